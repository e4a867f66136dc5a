namespace Ocr.Recognition.OnnxTr;

/// <summary>The pieces in which a crop is read, left to right.</summary>
/// <param name="Pieces">At least one.</param>
/// <param name="LastOverlap">Fraction of a piece that the last one shares with its predecessor; 0 for a single piece.</param>
internal readonly record struct SplitCrop(IReadOnlyList<PixelBox> Pieces, double LastOverlap)
{
    /// <summary>Fraction of a piece that any other two neighbors share.</summary>
    public const double Overlap = 0.5;

    // Ratio of width to height: wider crops are split into pieces of this ratio.
    private const int MaxRatio = 8;
    private const int PieceRatio = 6;

    /// <summary>Splits a crop that is more than eight times as wide as high into overlapping pieces six times as wide.</summary>
    public static SplitCrop Of(PixelBox crop)
    {
        if (crop.Width <= MaxRatio * crop.Height)
        {
            return new SplitCrop([crop], 0);
        }

        var width = PieceRatio * crop.Height;
        var step = width - (int)(width * Overlap);
        var starts = new List<int>();
        for (var start = 0; start + width <= crop.Width; start += step)
        {
            starts.Add(start);
        }

        if (starts[^1] + width < crop.Width)
        {
            starts.Add(crop.Width - width);
        }

        return new SplitCrop(
            [.. starts.Select(start => crop with { X0 = crop.X0 + start, X1 = crop.X0 + start + width })],
            (double)(starts[^2] + width - starts[^1]) / width);
    }
}
