using Ocr.Extractor.Context;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Engine;

/// <summary>
/// Decides whether a picture shows two payments. The model must predict a second one. The model also predicts one when an app prints its title twice.
/// Therefore, when the rules contain the labels of the page, the words of both receipts must also contain the same label, an amount each, or a date each.
/// </summary>
internal static class SecondReceipt
{
    private const double MinProbability = 0.5;

    // The form of a reference does not distinguish it from an account or a phone.
    private static readonly string[] Once = ["amount", "date"];

    /// <summary>Decides it from the whole picture; without a model, no picture shows two.</summary>
    public static bool IsShown(ReceiptContext context) =>
        context.Scores is { Two: >= MinProbability } scores
        && (!context.KnowsLayout || Repeats(context, [.. context.Page.Tokens.Where(token => scores[token, FieldTag.SecondReceipt] >= MinProbability)]));

    private static bool Repeats(ReceiptContext context, HashSet<Token> second)
    {
        var labels = context.Hits.Where(hit => hit.Entry.Role == LabelRole.Field)
            .ToLookup(hit => hit.Tokens.All(second.Contains), hit => hit.Entry.Phrase.Key);
        return labels[true].Intersect(labels[false]).Any()
            || Once.Select(name => context.Rules.Grammars[name]).Any(grammar =>
                Has(context.Page, second.Contains, grammar) && Has(context.Page, token => !second.Contains(token), grammar));
    }

    private static bool Has(Page picture, Predicate<Token> isPart, IValueGrammar grammar) => picture.Rows.Where(row => !row.IsStatusBar)
        .SelectMany(row => row.Segments)
        .Select(segment => new Run([[.. segment.Tokens.Where(token => isPart(token))]], joined: grammar.IsNumber))
        .Any(run => run.HasDigits && grammar.Find(run, shared: true).Any(match => match.Problem is null));
}
