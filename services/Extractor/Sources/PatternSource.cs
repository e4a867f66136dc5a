using Ocr.Extractor.Context;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Sources;

/// <summary>Finds values by their form alone, outside labeled text. Of several, it returns the one in the largest print.</summary>
internal sealed class PatternSource : ISource
{
    public string Kind => SourceKinds.Pattern;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        var grammar = context.Rules.Grammars[source.Grammar!];
        Finding? best = null;
        var bestHeight = 0f;
        foreach (var run in Runs(context, source, grammar))
        {
            foreach (var match in grammar.Find(run, shared: true).Where(match => (match.Problem is null || match.Masked) && !IsEquivalent(context, match)))
            {
                var height = run.TokensIn(match.Start, match.End).Max(token => token.Box.Height);
                if (best is null || height > 1.15f * bestHeight)
                {
                    (best, bestHeight) = (FieldFactory.Create(context, rule, source, run, match, 1) with { IsUnlabeled = true }, height);
                }
            }
        }

        return best;
    }

    /// <summary>Whether it is an amount in another currency on a bank's page: the equivalent of the amount in bolívares.</summary>
    private static bool IsEquivalent(ReceiptContext context, ValueMatch match) => match.Currency is { } currency && currency != AmountGrammar.Bolivares && context.App is { App.Bank: not null };

    /// <summary>Returns the paragraphs of the region that may contain such a value.</summary>
    private static IEnumerable<Run> Runs(ReceiptContext context, SourceRule source, IValueGrammar grammar) =>
        context.UnlabeledRuns.Where(run => (run.HasDigits || !grammar.IsNumber) && context.InRegion(run.Lines[0][0].Segment.Row, source));
}
