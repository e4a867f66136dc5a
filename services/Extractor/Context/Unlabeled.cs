using Ocr.Extractor.Layout;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Context;

/// <summary>The text outside labels and their values, in which values are found by their form alone.</summary>
internal static class Unlabeled
{
    /// <summary>Returns paragraphs from top to bottom with their free tokens. A paragraph never spans a label, and so never the end of a region.</summary>
    public static IEnumerable<Run> In(ReceiptContext context)
    {
        var seen = new HashSet<Token>();
        foreach (var segment in context.Page.Rows.Where(row => !row.IsStatusBar).SelectMany(row => row.Segments))
        {
            if (seen.Contains(segment.Tokens[0]))
            {
                continue;
            }

            var lines = segment.Row.Segments.Count == 1 ? context.ParagraphOf(segment.Tokens[0]) : [segment.Tokens];
            seen.UnionWith(lines.SelectMany(line => line));
            var run = new Run(lines.Select(line => (IReadOnlyList<Token>)[.. line.Where(context.IsFree)]), joined: true);
            if (run.Text.Length > 0)
            {
                yield return run;
            }
        }
    }
}
