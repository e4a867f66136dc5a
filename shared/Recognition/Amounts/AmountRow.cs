namespace Ocr.Recognition.Amounts;

/// <summary>The glyphs in the row of a number, classified by whether they are as high as its digits.</summary>
internal sealed class AmountRow
{
    // Limits as fractions of the digits' height: height of a digit, of a small character and of a ring (º), minimum top of a small
    // character above the baseline, and maximum distance of a glyph's bottom from the baseline.
    private const double MinTall = 0.84;
    private const double MaxTall = 1.4;
    private const double MinSmall = 0.32;
    private const double MinRing = 0.2;
    private const double MinRise = 0.3;
    private const double Lifted = 0.14;
    private const double Sunk = 0.3;

    // A wider gap ends the amount.
    private const double WidestBlank = 0.5;

    private readonly bool[] _small;

    private AmountRow(double height, double baseline, List<Glyph> glyphs)
    {
        (Height, Baseline, Glyphs) = (height, baseline, glyphs);
        _small = [.. Enumerable.Range(0, glyphs.Count).Select(i => !IsTall(glyphs[i]) && (IsLow(glyphs[i]) || IsTwinRing(i)))];
    }

    /// <summary>Height of the digits, pixels.</summary>
    public double Height { get; }

    /// <summary>Page row of the digits' baseline, pixels.</summary>
    public double Baseline { get; }

    /// <summary>The glyphs from left to right.</summary>
    public List<Glyph> Glyphs { get; }

    /// <summary>Returns the row of a word, or <see langword="null"/> when no glyph within it is as high as a digit.</summary>
    public static AmountRow? Of(IReadOnlyList<Glyph> glyphs, PixelBox word)
    {
        Glyph[] inside = [.. glyphs.Where(glyph => glyph.MiddleX > word.X0 && glyph.MiddleX < word.X1
            && glyph.MiddleY > word.Y0 && glyph.MiddleY < word.Y1 && glyph.Height >= 0.3 * word.Height)];
        if (inside.Length == 0)
        {
            return null;
        }

        var highest = inside.Max(glyph => glyph.Height);
        Glyph[] tall = [.. inside.Where(glyph => glyph.Height >= 0.7 * highest)];
        var height = Middle(tall, glyph => glyph.Height);
        var baseline = Middle([.. tall.Where(glyph => Math.Abs(glyph.Height - height) <= 0.12 * height)], glyph => glyph.Y1);
        var row = new AmountRow(height, baseline, [.. glyphs.Where(glyph => glyph.Height <= MaxTall * height
            && glyph.MiddleY > baseline - (1.2 * height) && glyph.MiddleY < baseline + (0.2 * height))]);
        return row.Glyphs.Exists(glyph => row.IsTall(glyph) && glyph.MiddleX > word.X0 && glyph.MiddleX < word.X1) ? row : null;
    }

    /// <summary>Returns the range <c>Start</c> (inclusive) to <c>End</c> (exclusive) of adjacent glyphs around a word's digits.</summary>
    public (int Start, int End) Around(PixelBox word)
    {
        bool IsOfWord(Glyph glyph) => IsTall(glyph) && glyph.MiddleX > word.X0 && glyph.MiddleX < word.X1;
        var (start, end) = (Glyphs.FindIndex(IsOfWord), Glyphs.FindLastIndex(IsOfWord) + 1);
        while (start > 0 && IsClose(start))
        {
            start--;
        }

        while (end < Glyphs.Count && IsClose(end))
        {
            end++;
        }

        return (start, end);
    }

    public int NextTall(int from) => Glyphs.FindIndex(from, IsTall);

    public bool IsTall(int index) => IsTall(Glyphs[index]);

    public bool IsTall(Glyph glyph) =>
        glyph.Height >= MinTall * Height && glyph.Y1 > Baseline - (Lifted * Height) && glyph.Y1 < Baseline + (Sunk * Height);

    public bool IsSmall(int index) => _small[index];

    public bool IsRaised(Glyph glyph) => glyph.Y1 < Baseline - (Lifted * Height);

    public IEnumerable<Glyph> Small(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_small[i])
            {
                yield return Glyphs[i];
            }
        }
    }

    /// <summary>Whether a mark after the figure belongs to the figure: it is as large as a comma in the figure's size, or closer to the figure than to the next glyph.</summary>
    /// <param name="index">Index of the mark, &gt; 0.</param>
    /// <param name="end">Index after the last glyph of the amount.</param>
    public bool IsMarkOfFigure(int index, int end)
    {
        var mark = Glyphs[index];
        var next = index + 1 < end ? Glyphs[index + 1].X0 - mark.X1 : double.MaxValue;
        return mark.Y1 > Baseline - (0.1 * Height) && (mark.Height > 0.22 * Height || mark.X0 - Glyphs[index - 1].X1 < next);
    }

    /// <summary>Returns the median of a value, weighted by the glyphs' widths; 0 when there are no glyphs.</summary>
    public static double Middle(IReadOnlyCollection<Glyph> glyphs, Func<Glyph, double> value)
    {
        var half = glyphs.Sum(glyph => glyph.Width) / 2;
        foreach (var glyph in glyphs.OrderBy(value))
        {
            half -= glyph.Width;
            if (half <= 0)
            {
                return value(glyph);
            }
        }

        return 0;
    }

    // A long comma extends below the baseline, but its top is low.
    private bool IsLow(Glyph glyph) => glyph.Height >= MinSmall * Height && glyph.Y0 < Baseline - (MinRise * Height);

    private bool IsClose(int index) => Glyphs[index].X0 - Glyphs.Take(index).Max(glyph => glyph.X1) <= WidestBlank * Height;

    private bool IsTwinRing(int index) => IsRing(Glyphs[index]) && (IsTwin(index, index - 1) || IsTwin(index, index + 1));

    private bool IsTwin(int index, int other) => other >= 0 && other < Glyphs.Count && IsRing(Glyphs[other])
        && Math.Abs(Glyphs[other].X0 - Glyphs[index].X0) < 2 * Glyphs[index].Height
        && Math.Abs(Glyphs[other].Y1 - Glyphs[index].Y1) < 0.2 * Glyphs[index].Height;

    private bool IsRing(Glyph glyph) => glyph.Height >= MinRing * Height && glyph.Height < MinSmall * Height
        && IsRaised(glyph) && glyph.Width > 0.7 * glyph.Height && glyph.Width < 1.5 * glyph.Height;
}
