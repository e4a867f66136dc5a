using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Labels;

/// <summary>Finds the text to the right of and below a label, by geometry alone.</summary>
internal sealed class ValueRegionBuilder
{
    /// <summary>Maximum gap between wrapped lines, text heights; the next label's row has a larger gap.</summary>
    private const float WrapGap = 1.5f;

    /// <summary>Maximum gap between lines of one block under a label, text heights.</summary>
    private const float BlockGap = 2.2f;

    private const float FirstGap = 4f;
    private const int MaxLines = 7;

    private readonly Page _page;
    private readonly ILookup<Row, LabelHit> _byRow;
    private readonly Dictionary<LabelHit, List<LabelHit>> _siblings = [];

    private ValueRegionBuilder(Page page, IReadOnlyList<LabelHit> hits)
    {
        _page = page;
        _byRow = hits.SelectMany(hit => hit.Rows.Select(row => (row, hit))).ToLookup(item => item.row, item => item.hit);
    }

    /// <summary>Returns the value regions of all labels that name a value.</summary>
    public static Dictionary<LabelHit, ValueRegion> ValueRegions(Page page, IReadOnlyList<LabelHit> hits)
    {
        var builder = new ValueRegionBuilder(page, hits);
        return hits.Where(hit => hit.NamesValue).ToDictionary(hit => hit, builder.Build);
    }

    private ValueRegion Build(LabelHit hit)
    {
        var right = Right(hit);
        var letters = right.Sum(line => line.Sum(token => token.Key.Length));
        return new ValueRegion(right, letters <= 1 ? [.. Below(hit)] : []);
    }

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

        if (lines.Count > 0)
        {
            AddWrapBelow(hit, lines);
        }

        return lines;
    }

    /// <summary>Returns the tokens of the label's row from the label to the next one.</summary>
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

    /// <summary>Returns the tokens right of a label in the row of its upper line, or between its two lines.</summary>
    private List<Token> Beside(Row row, LabelHit hit) =>
        UpToNextLabel(row.Segments.Where(segment => segment != hit.Above && segment.Box.X0 > hit.Box.X1).SelectMany(segment => segment.Tokens), hit);

    /// <summary>Removes text under a label further right, which belongs to that label even in this label's row.</summary>
    private List<Token> UpToNextLabel(IEnumerable<Token> tokens, LabelHit hit)
    {
        var right = Siblings(hit).Where(other => other != hit && other.Box.X0 > hit.Box.X0).MinBy(other => other.Box.X0);
        var edge = right is null ? float.MaxValue : right.Row == hit.Row ? right.Box.X0 : right.Box.X0 - (0.7f * _page.TextHeight);
        return [.. tokens.TakeWhile(token => token.Box.X0 < edge)];
    }

    /// <summary>Returns the labels in the same row, itself included, from left to right.</summary>
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
        foreach (var row in _page.Rows.Skip(hit.Row.Index + 1).Take(MaxLines))
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

    /// <summary>Whether the line belongs to the label below it, next to which its value is centered.</summary>
    private bool IsNearerToNextLabel(Row row, float gap) =>
        row.Index + 1 < _page.Rows.Count
        && _page.Rows[row.Index + 1] is var next
        && _byRow[next].Any(other => other.Box.X1 < row.Box.X0)
        && next.Box.Y0 - row.Box.Y1 < 0.8f * gap;

    /// <summary>
    /// Returns where a wrapped line may start: right of a label in a separate column; at the start of the value; or, when the value follows
    /// its label in running text, at the label's left edge, if the line is closer than the spacing of the rows.
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

    private IEnumerable<IReadOnlyList<Token>> Below(LabelHit hit)
    {
        var columns = Siblings(hit);
        var column = columns.IndexOf(hit);
        var (bottom, reach, lines) = (hit.Box.Y1, FirstGap, 0);
        foreach (var row in _page.Rows.Skip(hit.Row.Index + 1))
        {
            if (row.Box.Y0 - bottom > reach * _page.TextHeight || lines == MaxLines || EndsColumn(row, columns, column))
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

    /// <summary>Whether another label is in the row, under the same column.</summary>
    private bool EndsColumn(Row row, List<LabelHit> columns, int column) =>
        _byRow[row].Except(columns).Any(other =>
            Columns.Of(other.Row == row ? other.Segment : other.Above!, columns, _page.TextHeight).Contains(column));

    private bool Free(Row row) => !row.IsStatusBar && !_byRow.Contains(row);
}
