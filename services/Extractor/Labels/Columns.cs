using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Labels;

/// <summary>Assigns a text to one of the labels in the row above it.</summary>
internal static class Columns
{
    /// <summary>Returns the columns of a segment: the one with which it is aligned, or several when OCR merged them.</summary>
    public static IReadOnlyList<int> Of(Segment segment, IReadOnlyList<LabelHit> columns, float textHeight)
    {
        var starts = Enumerable.Range(1, Math.Max(0, columns.Count - 1))
            .Where(i => segment.Tokens.Skip(1).Any(token => Math.Abs(token.Box.X0 - columns[i].Box.X0) < 0.7f * textHeight))
            .ToList();
        var first = Nearest(segment.Box, columns);
        return starts.Count == 0 ? [first] : [.. starts.Prepend(Math.Min(first, starts[0] - 1)).Distinct()];
    }

    /// <summary>Returns the tokens of a row that are in a column.</summary>
    public static IReadOnlyList<Token> Tokens(Row row, IReadOnlyList<LabelHit> columns, int column, float textHeight)
    {
        var tokens = new List<Token>();
        foreach (var segment in row.Segments)
        {
            var of = Of(segment, columns, textHeight);
            tokens.AddRange(of.Count == 1 ? of[0] == column ? segment.Tokens : [] : segment.Tokens.Where(token => LeftOf(token, columns, of, textHeight) == column));
        }

        return tokens;
    }

    /// <summary>Whether a line is under a label: it overlaps the label, or shares an edge or the center with it.</summary>
    public static bool Aligned(IReadOnlyList<Token> line, LabelHit hit, float textHeight)
    {
        var box = line.Select(token => token.Box).Aggregate((a, b) => a.Union(b));
        return box.OverlapX(hit.Box) > 0 || Offset(box, hit.Box) < 3 * textHeight;
    }

    private static int LeftOf(Token token, IReadOnlyList<LabelHit> columns, IReadOnlyList<int> of, float textHeight) =>
        of.LastOrDefault(i => columns[i].Box.X0 - (0.7f * textHeight) <= token.Box.X0, of[0]);

    private static int Nearest(Box box, IReadOnlyList<LabelHit> columns) =>
        Enumerable.Range(0, columns.Count).MinBy(i => Offset(box, columns[i].Box));

    private static float Offset(Box box, Box label) =>
        Math.Min(Math.Abs(box.X0 - label.X0), Math.Min(Math.Abs(box.CenterX - label.CenterX), Math.Abs(box.X1 - label.X1)));
}
