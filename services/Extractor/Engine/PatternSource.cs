using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Engine;

/// <summary>Values known by their form alone, where no label claims them; of several the one in the largest letters.</summary>
internal sealed class PatternSource : ISource
{
    public string Kind => SourceKinds.Pattern;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        var grammar = context.Rules.Grammars[source.Grammar!];
        Finding? best = null;
        var bestHeight = 0f;
        foreach (var run in Runs(context, source))
        {
            foreach (var match in grammar.Find(run, shared: true).Where(match => match.Problem is null || match.Masked))
            {
                var height = run.TokensIn(match.Start, match.End).Max(token => token.Box.Height);
                if (best is null || height > 1.15f * bestHeight)
                {
                    (best, bestHeight) = (FieldFactory.Create(context, rule, source, run, match, 1), height);
                }
            }
        }

        return best;
    }

    /// <summary>Paragraphs of the region, each with the tokens that no label claims.</summary>
    private static IEnumerable<Run> Runs(ReceiptContext context, SourceRule source)
    {
        var seen = new HashSet<Token>();
        foreach (var segment in context.Page.Rows.Where(row => !row.IsStatusBar && context.InRegion(row, source)).SelectMany(row => row.Segments))
        {
            if (seen.Contains(segment.Tokens[0]))
            {
                continue;
            }

            var lines = segment.Row.Segments.Count == 1 ? context.ParagraphOf(segment.Tokens[0]) : [segment.Tokens];
            seen.UnionWith(lines.SelectMany(line => line));
            var run = new Run(lines.Select(line => (IReadOnlyList<Token>)[.. line.Where(token => IsFree(context, token))]), joined: true);
            if (run.Text.Length > 0)
            {
                yield return run;
            }
        }
    }

    private static bool IsFree(ReceiptContext context, Token token) =>
        !context.LabelTokens.Contains(token) && !context.OwnersOf(token).Any();
}
