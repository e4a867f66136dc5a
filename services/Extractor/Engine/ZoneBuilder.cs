using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Engine;

/// <summary>Finds what stands to the right of and below a label, by geometry alone.</summary>
internal sealed class ZoneBuilder(Page page, IReadOnlyList<LabelHit> hits)
{
    /// <summary>Wrapped lines follow each other within this many text heights; the next label's row does not.</summary>
    private const float WrapGap = 1.5f;

    /// <summary>Lines of one block under a label.</summary>
    private const float BlockGap = 2.2f;

    private const float FirstGap = 4f;
    private const int MostLines = 7;

    private readonly ILookup<Row, LabelHit> _byRow = hits.ToLookup(hit => hit.Row);

    public Zone Build(LabelHit hit)
    {
        var inline = Inline(hit);
        var right = inline.Count > 0 ? WithWrap(hit, inline) : Straddling(hit);
        IReadOnlyList<IReadOnlyList<Token>> below = right.Count == 0 || right.Sum(line => line.Sum(token => token.Key.Length)) <= 1 ? [.. Below(hit)] : [];
        return new Zone(right, below);
    }

    /// <summary>Tokens of the label's row from the label to the next one.</summary>
    private List<Token> Inline(LabelHit hit)
    {
        var own = hit.Segment.Tokens.Skip(hit.End).Concat(hit.Row.Segments.SkipWhile(segment => segment != hit.Segment).Skip(1).SelectMany(s => s.Tokens));
        var next = _byRow[hit.Row].Where(other => other.Box.X0 > hit.Box.X0).MinBy(other => other.Box.X0);
        var end = next?.Tokens.First();
        var tokens = own.TakeWhile(token => token != end).ToList();
        while (tokens.Count > 0 && tokens[0].Key.Length == 0 && tokens[0].Text is ":" or ";" or "=" or "-" or "." or "·")
        {
            tokens.RemoveAt(0);
        }

        return tokens;
    }

    private List<IReadOnlyList<Token>> WithWrap(LabelHit hit, List<Token> inline)
    {
        var lines = new List<IReadOnlyList<Token>>();
        var above = hit.Row.Index > 0 ? page.Rows[hit.Row.Index - 1] : null;
        if (above is not null && IsWrapAbove(above, hit, inline))
        {
            lines.Add([.. above.Tokens]);
        }

        lines.Add(inline);
        var bottom = inline.Max(token => token.Box.Y1);
        foreach (var row in page.Rows.Skip(hit.Row.Index + 1).Take(MostLines))
        {
            if (row.Box.Y0 - bottom > WrapGap * page.TextHeight || !Free(row) || row.Box.X0 < ValueLeft(hit, inline))
            {
                break;
            }

            lines.Add([.. row.Tokens]);
            bottom = row.Box.Y1;
        }

        return lines;
    }

    /// <summary>A wrapped value may start on the line above a label that is centred beside it.</summary>
    private bool IsWrapAbove(Row above, LabelHit hit, List<Token> inline)
    {
        var gap = hit.Row.Box.Y0 - above.Box.Y1;
        if (!Free(above) || gap > 0.8f * page.TextHeight || above.Box.X0 < ValueLeft(hit, inline) || above.Index == 0)
        {
            return false;
        }

        return above.Box.Y0 - page.Rows[above.Index - 1].Box.Y1 > 1.3f * gap;
    }

    /// <summary>Where a wrapped line may start: right of the label, or anywhere right of its left edge when the value follows at once.</summary>
    private float ValueLeft(LabelHit hit, List<Token> inline) =>
        inline[0].Box.X0 - hit.Box.X1 > 2 * page.TextHeight ? hit.Box.X1 : inline[0].Box.X0 - (0.7f * page.TextHeight);

    private List<IReadOnlyList<Token>> Straddling(LabelHit hit) =>
        [.. page.Rows.Skip(Math.Max(0, hit.Row.Index - 1)).Take(3)
            .Where(row => row != hit.Row && Free(row) && row.Box.X0 > hit.Box.X1
                && Math.Abs(row.Box.CenterY - hit.Box.CenterY) < 1.3f * Math.Max(page.TextHeight, hit.Box.Height))
            .Select(row => (IReadOnlyList<Token>)[.. row.Tokens])];

    private IEnumerable<IReadOnlyList<Token>> Below(LabelHit hit)
    {
        var columns = _byRow[hit.Row].OrderBy(other => other.Box.X0).ToList();
        var column = columns.IndexOf(hit);
        var bottom = hit.Box.Y1;
        var reach = FirstGap;
        var lines = 0;
        foreach (var row in page.Rows.Skip(hit.Row.Index + 1))
        {
            if (row.Box.Y0 - bottom > reach * page.TextHeight || lines == MostLines
                || _byRow[row].Any(other => Columns.Of(other.Segment, columns, page.TextHeight).Contains(column)))
            {
                yield break;
            }

            var line = Columns.Tokens(row, columns, column, page.TextHeight);
            if (line.Count > 0 && lines == 0 && columns.Count == 1 && !Columns.Aligned(line, hit, page.TextHeight))
            {
                yield break;
            }

            if (line.Count > 0)
            {
                (bottom, reach, lines) = (line.Max(token => token.Box.Y1), BlockGap, lines + 1);
                yield return line;
            }
        }
    }

    private bool Free(Row row) => !row.IsStatusBar && !_byRow[row].Any();
}
