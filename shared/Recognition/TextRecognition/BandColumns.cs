namespace Ocr.Recognition.TextRecognition;

/// <summary>The columns of a band of color on which a word stands, and of what lies beyond its ends.</summary>
/// <param name="pixels">A gray image, row by row.</param>
/// <param name="stride">Its columns.</param>
/// <param name="top">First row of the band.</param>
/// <param name="bottom">Row after the last one.</param>
internal readonly ref struct BandColumns(ReadOnlySpan<byte> pixels, int stride, int top, int bottom)
{
    /// <summary>Minimum difference of a gray level from the background, and minimum range of a column with ink.</summary>
    public const int MinStep = 36;

    // A larger step is black against white. In a thresholded image the end of such an area runs through the letters.
    private const int MaxStep = 230;

    // Maximum range of gray levels in a column without ink.
    private const int MaxRange = 28;

    private const int SampledColumns = 25;
    private const int SampledRows = 5;

    private readonly ReadOnlySpan<byte> _pixels = pixels;

    /// <summary>Returns the median gray of some columns: letters cover less than half of them.</summary>
    /// <param name="left">First column.</param>
    /// <param name="width">Number of columns.</param>
    public byte Background(double left, double width)
    {
        Span<byte> seen = stackalloc byte[SampledColumns * SampledRows];
        for (var i = 0; i < seen.Length; i++)
        {
            var x = (int)(left + (((i % SampledColumns) + 0.5) * width / SampledColumns));
            var y = top + (int)(((i / SampledColumns) + 0.5) * (bottom - top) / SampledRows);
            seen[i] = _pixels[(y * stride) + Math.Clamp(x, 0, stride - 1)];
        }

        return Median.Sorting(seen);
    }

    /// <summary>Returns the darkest and the lightest gray of a column.</summary>
    public (int Low, int High) Range(int x)
    {
        var (low, high) = (255, 0);
        for (var at = (top * stride) + x; at < bottom * stride; at += stride)
        {
            low = Math.Min(low, _pixels[at]);
            high = Math.Max(high, _pixels[at]);
        }

        return (low, high);
    }

    /// <summary>
    /// Whether the background of a column does not reach the first or the last row: the band ends in an arc or is ragged, and its end looks like a letter.
    /// </summary>
    public bool IsRounded(int x, byte background) =>
        Math.Abs(_pixels[(top * stride) + x] - background) >= MinStep || Math.Abs(_pixels[((bottom - 1) * stride) + x] - background) >= MinStep;

    /// <summary>Whether a column with this range lies beyond the end of the band: it is uniform, and its gray is not that of the background.</summary>
    public static bool IsBeyond((int Low, int High) range, byte background) =>
        range.High - range.Low <= MaxRange && Math.Abs(((range.Low + range.High) / 2) - background) is >= MinStep and < MaxStep;
}
