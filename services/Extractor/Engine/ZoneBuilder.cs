using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Engine;

/// <summary>Finds what stands to the right of and below a label, by geometry alone.</summary>
internal sealed class ZoneBuilder
{
    /// <summary>Wrapped lines follow each other within this many text heights; the next label's row does not.</summary>
    private const float WrapGap = 1.5f;

    /// <summary>Lines of one block under a label.</summary>
    private const float BlockGap = 2.2f;

    private const float FirstGap = 4f;
    private const int MostLines = 7;

    private readonly Page _page;
    private readonly ILookup<Row, LabelHit> _byRow;
    private readonly Dictionary<LabelHit, List<LabelHit>> _siblings = [];

    private ZoneBuilder(Page page, IReadOnlyList<LabelHit> hits)
    {
        _page = page;
        _byRow = hits.SelectMany(hit => hit.Rows.Select(row => (row, hit))).ToLookup(item => item.row, item => item.hit);
    }

    /// <summary>What stands beside every label that names a value.</summary>
    public static Dictionary<LabelHit, Zone> Zones(Page page, IReadOnlyList<LabelHit> hits)
    {
        var builder = new ZoneBuilder(page, hits);
        return hits.Where(hit => hit.NamesValue).ToDictionary(hit => hit, builder.Build);
    }

    private Zone Build(LabelHit hit)
    {
        var right = Right(hit);
        var letters = right.Sum(line => line.Sum(token => token.Key.Length));
        return new Zone(right, letters <= 1 || MayBeHeading(hit, right) ? [.. Below(hit)] : []);
    }

    /// <summary>In a row of labels, what stands apart to the right may be one more label that was not recognised.</summary>
    private bool MayBeHeading(LabelHit hit, List<IReadOnlyList<Token>> right) =>
        !hit.HasColon && right[0][0].Segment != hit.Segment && Siblings(hit).Count > 1;

    private List<IReadOnlyList<Token>> Right(LabelHit hit)
    {
        var lines = new List<IReadOnlyList<Token>>();
        for (var i = hit.TopRow.Index; i <= hit.Row.Index; i++)
        {
            var line = _page.Rows[i] == hit.Row ? Inline(hit) : Beside(_page.Rows[i], hit);
            if (line.Count > 0)
            {
                lines.Add(line);
            }
        }

        if (lines.Count == 0)
        {
            return Straddling(hit);
        }

        AddWrapAbove(hit, lines);
        AddWrapBelow(hit, lines);
        return lines;
    }

    /// <summary>Tokens of the label's row from the label to the next one.</summary>
    private List<Token> Inline(LabelHit hit)
    {
        var own = hit.Segment.Tokens.Skip(hit.End).Concat(hit.Row.Segments.SkipWhile(segment => segment != hit.Segment).Skip(1).SelectMany(s => s.Tokens));
        var tokens = UpToNextLabel(own, hit);
        while (tokens.Count > 0 && tokens[0].Key.Length == 0 && tokens[0].Text is ":" or ";" or "=" or "-" or "." or "·")
        {
            tokens.RemoveAt(0);
        }

        return tokens;
    }

    /// <summary>Tokens right of a label in the row of its upper line, or between its two lines.</summary>
    private List<Token> Beside(Row row, LabelHit hit) =>
        UpToNextLabel(row.Segments.Where(segment => segment != hit.Above && segment.Box.X0 > hit.Box.X1).SelectMany(segment => segment.Tokens), hit);

    /// <summary>What stands under a label further right is that label's, even in this label's row.</summary>
    private List<Token> UpToNextLabel(IEnumerable<Token> tokens, LabelHit hit)
    {
        var right = Siblings(hit).Where(other => other != hit && other.Box.X0 > hit.Box.X0).MinBy(other => other.Box.X0);
        var edge = right is null ? float.MaxValue : right.Row == hit.Row ? right.Box.X0 : right.Box.X0 - (0.7f * _page.TextHeight);
        return [.. tokens.TakeWhile(token => token.Box.X0 < edge)];
    }

    /// <summary>The labels side by side with this one, itself included, from left to right.</summary>
    private List<LabelHit> Siblings(LabelHit hit)
    {
        if (!_siblings.TryGetValue(hit, out var siblings))
        {
            _siblings[hit] = siblings = [.. hit.Rows.SelectMany(row => _byRow[row]).Distinct().OrderBy(other => other.Box.X0)];
        }

        return siblings;
    }

    private void AddWrapBelow(LabelHit hit, List<IReadOnlyList<Token>> lines)
    {
        var bottom = lines[^1].Max(token => token.Box.Y1);
        foreach (var row in _page.Rows.Skip(hit.Row.Index + 1).Take(MostLines))
        {
            var gap = row.Box.Y0 - bottom;
            if (gap > WrapGap * _page.TextHeight || !Free(row) || row.Box.X0 < ValueLeft(hit, lines[0], row) || IsNearerToNextLabel(row, gap))
            {
                return;
            }

            lines.Add(row.Tokens);
            bottom = row.Box.Y1;
        }
    }

    /// <summary>The line belongs to the label below it, beside which its value is centred.</summary>
    private bool IsNearerToNextLabel(Row row, float gap) =>
        row.Index + 1 < _page.Rows.Count
        && _page.Rows[row.Index + 1] is var next
        && _byRow[next].Any(other => other.Box.X1 < row.Box.X0)
        && next.Box.Y0 - row.Box.Y1 < 0.8f * gap;

    /// <summary>A wrapped value may start on the line above a label that is centred beside it.</summary>
    private void AddWrapAbove(LabelHit hit, List<IReadOnlyList<Token>> lines)
    {
        var above = hit.TopRow.Index > 0 ? _page.Rows[hit.TopRow.Index - 1] : null;
        if (above is null || above.Index == 0 || !Free(above))
        {
            return;
        }

        var gap = hit.TopRow.Box.Y0 - above.Box.Y1;
        var apart = above.Box.Y0 - _page.Rows[above.Index - 1].Box.Y1;
        var isClose = gap <= 0.8f * _page.TextHeight && apart > 1.3f * gap;
        var isMirrored = gap <= WrapGap * _page.TextHeight && apart > gap && IsMirrored(hit, gap);
        if ((isClose || isMirrored) && above.Box.X0 >= ValueLeft(hit, lines[0], above) && SharesEdge(above, lines[0]))
        {
            lines.Insert(0, above.Tokens);
        }
    }

    private bool SharesEdge(Row row, IReadOnlyList<Token> line) =>
        Math.Min(Math.Abs(row.Box.X0 - line[0].Box.X0), Math.Abs(row.Box.X1 - line[^1].Box.X1)) < _page.TextHeight;

    /// <summary>A free line follows the label's row as closely as one goes before it: the label stands beside the middle of three.</summary>
    private bool IsMirrored(LabelHit hit, float gap) =>
        hit.Row.Index + 1 < _page.Rows.Count
        && _page.Rows[hit.Row.Index + 1] is var next
        && Free(next)
        && Math.Abs(next.Box.Y0 - hit.Row.Box.Y1 - gap) < 0.4f * _page.TextHeight;

    /// <summary>
    /// Where a wrapped line may start: right of a label in a column of its own; where the value started; or, when the value follows
    /// its label in running text, at the label's left edge, if the line is nearer than the rows are to each other.
    /// </summary>
    private float ValueLeft(LabelHit hit, IReadOnlyList<Token> first, Row row)
    {
        if (first[0].Box.X0 - hit.Box.X1 > 2 * _page.TextHeight)
        {
            return hit.Box.X1;
        }

        var above = hit.Row.Index > 0 ? hit.Row.Box.Y0 - _page.Rows[hit.Row.Index - 1].Box.Y1 : float.MaxValue;
        var running = first[0].Segment == hit.Segment && row.Index == hit.Row.Index + 1 && row.Box.Y0 - hit.Row.Box.Y1 < 0.75f * above;
        return (running ? hit.Box.X0 : first[0].Box.X0) - (0.7f * _page.TextHeight);
    }

    /// <summary>Lines above and below the height of the label, when nothing stands right beside it.</summary>
    private List<IReadOnlyList<Token>> Straddling(LabelHit hit) => Siblings(hit).Count > 1 ? [] :
        [.. _page.Rows.Skip(Math.Max(0, hit.TopRow.Index - 1)).Take(hit.Row.Index - hit.TopRow.Index + 3)
            .Where(row => row != hit.Row && row != hit.TopRow && Free(row) && row.Box.X0 > hit.Box.X1
                && Math.Abs(row.Box.CenterY - hit.Box.CenterY) < (0.8f * _page.TextHeight) + (0.5f * Math.Max(_page.TextHeight, hit.Box.Height)))
            .Select(row => row.Tokens)];

    private IEnumerable<IReadOnlyList<Token>> Below(LabelHit hit)
    {
        var columns = Siblings(hit);
        var column = columns.IndexOf(hit);
        var (bottom, reach, lines) = (hit.Box.Y1, FirstGap, 0);
        foreach (var row in _page.Rows.Skip(hit.Row.Index + 1))
        {
            if (row.Box.Y0 - bottom > reach * _page.TextHeight || lines == MostLines || EndsColumn(row, columns, column))
            {
                yield break;
            }

            var line = Columns.Tokens(row, columns, column, _page.TextHeight);
            if (line.Count > 0 && lines == 0 && columns.Count == 1 && !Columns.Aligned(line, hit, _page.TextHeight))
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

    /// <summary>Another label stands in the row, under the same column.</summary>
    private bool EndsColumn(Row row, List<LabelHit> columns, int column) =>
        _byRow[row].Except(columns).Any(other =>
            Columns.Of(other.Row == row ? other.Segment : other.Above!, columns, _page.TextHeight).Contains(column));

    private bool Free(Row row) => !row.IsStatusBar && !_byRow.Contains(row);
}
