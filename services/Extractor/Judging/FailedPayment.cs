using Ocr.Extractor.Engine;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Judging;

/// <summary>
/// Whether the page says that the payment did not go through: in a title, in a sentence anywhere, in a state (<c>Estado: rechazada</c>).
/// What the payer wrote says nothing.
/// </summary>
internal static class FailedPayment
{
    /// <summary>Letters that may be misread: three lie between <c>realizada</c> and <c>rechazada</c>, two between <c>no</c> and <c>ya</c>.</summary>
    private const int MostMisread = 1;

    public static bool IsSeen(ReceiptContext context) =>
        context.Hits.Any(hit => IsFailure(hit, context.Rules.Vocabulary)) || Texts(context).Any(text => HasFailure(text, context.Rules.Vocabulary));

    /// <summary>One word alone, which sentences of other meaning have too, must stand as a title and be read right.</summary>
    private static bool IsFailure(LabelHit hit, Vocabulary vocabulary)
    {
        var phrase = hit.Entry.Phrase;
        return vocabulary.Failures.Contains(phrase.Key)
            && Math.Round((1 - hit.Likeness) * phrase.Key.Length) <= (phrase.WordCount > 1 ? MostMisread : 0);
    }

    private static bool HasFailure(List<Token> text, Vocabulary vocabulary) =>
        vocabulary.FailureFinder.FindAll(text).Exists(match => match.Distance <= MostMisread);

    /// <summary>The page from top to bottom, so that a sentence may go on in the next line, and every label that is no field's with its value.</summary>
    private static IEnumerable<List<Token>> Texts(ReceiptContext context)
    {
        yield return [.. context.Page.Rows.Where(row => !row.IsStatusBar).SelectMany(row => row.Tokens)
            .Where(token => !context.OwnersOf(token).Any(label => label.Entry.IsFreeText))];
        foreach (var label in context.Hits.Where(hit => hit.Entry.Role == LabelRole.Ignored))
        {
            yield return [.. label.Tokens, .. context.ZoneOf(label).Tokens];
        }
    }
}
