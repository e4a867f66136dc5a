using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Engine;

/// <summary>Values known by their form alone, where no label of another field claims them; of several the one in the largest letters.</summary>
internal sealed class PatternSource : ISource
{
    public string Kind => SourceKinds.Pattern;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        var grammar = context.Rules.Grammars[source.Grammar!];
        Finding? best = null;
        var bestHeight = 0f;
        foreach (var segment in context.Page.Rows.Where(row => InRegion(context, row, source)).SelectMany(row => row.Segments))
        {
            var run = new Run([[.. segment.Tokens.Where(token => IsFree(context, token, rule))]]);
            if (run.Text.Length == 0 || grammar.Find(run, shared: true).FirstOrDefault(match => match.Problem is null || match.Masked) is not { } match)
            {
                continue;
            }

            var height = run.TokensIn(match.Start, match.End).Max(token => token.Box.Height);
            if (best is null || height > 1.15f * bestHeight)
            {
                (best, bestHeight) = (FieldFactory.Create(rule, source, run, match, 1), height);
            }
        }

        return best;
    }

    private static bool InRegion(ReceiptContext context, Row row, SourceRule source) => !row.IsStatusBar && source.Region switch
    {
        "header" => row.Index < context.FirstLabelRow,
        "body" => row.Index >= context.FirstLabelRow,
        _ => true,
    };

    private static bool IsFree(ReceiptContext context, Token token, FieldRule rule) =>
        !context.LabelTokens.Contains(token) && context.OwnersOf(token).All(hit => hit.Entry.Fields.Contains(rule.Field));
}
