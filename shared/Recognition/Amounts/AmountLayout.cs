using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Amounts;

/// <summary>
/// Splits an amount that is printed in two sizes into parts: <c>Bs.</c> small or raised before the figure, cents small or raised after it.
/// The figure is the run of characters of one height on one baseline. Neighboring characters that are clearly lower form separate parts.
/// </summary>
internal sealed class AmountLayout
{
    // Largest gap between two characters of a small part, and largest step of its baseline, as fractions of a small character's height.
    private const double SmallBlank = 0.4;
    private const double SmallStep = 0.3;

    private readonly AmountRow _row;
    private readonly int _start;
    private readonly int _first;
    private readonly int _end;

    private AmountLayout(AmountRow row, int start, int first, int end) => (_row, _start, _first, _end) = (row, start, first, end);

    /// <summary>
    /// Returns the parts from left to right, or an empty list when there is no figure, or a single figure that ends where <paramref name="word"/> ends.
    /// </summary>
    /// <param name="glyphs">Glyphs around the word, left to right.</param>
    /// <param name="word">A word that contains the figure or a part of it.</param>
    /// <param name="others">Boxes of the words next to it.</param>
    public static List<AmountPart> Of(IReadOnlyList<Glyph> glyphs, PixelBox word, IReadOnlyList<PixelBox> others)
    {
        if (AmountRow.Of(glyphs, word) is not { } row)
        {
            return [];
        }

        var (start, end) = row.Around(word);
        var layout = new AmountLayout(row, start, row.NextTall(start), end);
        var parts = layout.Split();
        return parts.Count > 1 || layout.Continues(word, others) ? parts : [];
    }

    private List<AmountPart> Split()
    {
        var before = Runs(_start, _first).Where(run => HasSmall(run.From, run.To)).Select(run => Small(PartKind.Before, run.From, run.To)).ToList();
        var tail = Tail();
        return [.. before, Part(PartKind.Figure, before.Count > 0 ? _first : _start, tail, _row.Height, _row.Baseline), .. After(tail)];
    }

    /// <summary>Returns the index at which the figure ends: the first run of small characters after it that forms a part.</summary>
    private int Tail()
    {
        for (var i = _first + 1; i < _end;)
        {
            if (_row.IsTall(i))
            {
                i++;
                continue;
            }

            var from = i;
            while (i < _end && !_row.IsTall(i))
            {
                i++;
            }

            while (from < i && !_row.IsSmall(from) && _row.IsMarkOfFigure(from, _end))
            {
                from++;
            }

            if (IsPart(from, i))
            {
                return from;
            }
        }

        return _end;
    }

    /// <summary>Returns the small parts after the figure, and any further run in the figure's size.</summary>
    private IEnumerable<AmountPart> After(int tail)
    {
        for (var i = tail; i < _end;)
        {
            var (from, tall) = (i, _row.IsTall(i));
            while (i < _end && (tall ? !_row.IsSmall(i) : !_row.IsTall(i)))
            {
                i++;
            }

            if (tall)
            {
                yield return Part(PartKind.After, from, i, _row.Height, _row.Baseline);
                continue;
            }

            foreach (var run in Runs(from, i).Where(run => HasSmall(run.From, run.To)))
            {
                yield return Small(PartKind.After, run.From, run.To);
            }
        }
    }

    /// <summary>Whether the figure continues beyond the word where there is no other word: the detector cut the box short.</summary>
    private bool Continues(PixelBox word, IReadOnlyList<PixelBox> others) => _row.Glyphs.Skip(_start).Take(_end - _start)
        .Where(_row.IsTall)
        .Where(glyph => glyph.MiddleX < word.X0 || glyph.MiddleX > word.X1)
        .ToList() is { Count: > 0 } beyond && !beyond.Exists(glyph => others.Any(other => glyph.MiddleX > other.X0 && glyph.MiddleX < other.X1
            && glyph.MiddleY > other.Y0 && glyph.MiddleY < other.Y1));

    /// <summary>A single low character on the baseline after the figure is the end of a word in its size (<c>1Bs</c>), not a part.</summary>
    private bool IsPart(int from, int to)
    {
        Glyph[] small = [.. _row.Small(from, to)];
        return small.Length > 1 || (small.Length == 1 && (small[0].Width > 1.15 * small[0].Height || _row.IsRaised(small[0])));
    }

    private IEnumerable<(int From, int To)> Runs(int from, int end)
    {
        while (from < end)
        {
            var to = from + 1;
            while (to < end && Joined(from, to))
            {
                to++;
            }

            yield return (from, to);
            from = to;
        }
    }

    private bool Joined(int from, int to)
    {
        var (left, right) = (_row.Glyphs[to - 1], _row.Glyphs[to]);
        var size = Enumerable.Range(from, to - from).Max(i => _row.Glyphs[i].Height);
        if (right.X0 - left.X1 > Math.Max(SmallBlank * Math.Max(size, right.Height), 0.15 * _row.Height))
        {
            return false;
        }

        var anchors = _row.Small(from, to).ToList();
        return anchors.Count == 0 || !_row.IsSmall(to) || Math.Abs(anchors[^1].Y1 - right.Y1) < SmallStep * size;
    }

    private bool HasSmall(int from, int to) => _row.Small(from, to).Any();

    private AmountPart Small(PartKind kind, int from, int to)
    {
        Glyph[] small = [.. _row.Small(from, to)];
        return Part(kind, from, to, small.Max(glyph => glyph.Height), AmountRow.Middle(small, glyph => glyph.Y1));
    }

    /// <summary>Returns a box one em high around glyphs, given the height of their digits.</summary>
    private AmountPart Part(PartKind kind, int from, int to, double height, double baseline)
    {
        const double DigitHeight = 0.72;
        const double Ascent = 0.78;
        const double Bearing = 0.05;
        var em = height / DigitHeight;
        var glyphs = _row.Glyphs;
        var (x0, x1) = (glyphs[from].X0, Enumerable.Range(from, to - from).Max(i => glyphs[i].X1));
        var left = from > 0 ? (glyphs[from - 1].X1 + x0) / 2 : double.NegativeInfinity;
        var right = to < glyphs.Count ? (x1 + glyphs[to].X0) / 2 : double.PositiveInfinity;
        var region = new TextRegion(
            x0 - (Bearing * em), baseline - (Ascent * em), x1 + (Bearing * em), baseline + ((1 - Ascent) * em), 1);
        return new AmountPart(kind, region, left, right);
    }
}
