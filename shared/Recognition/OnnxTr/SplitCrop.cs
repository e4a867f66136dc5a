namespace Ocr.Recognition.OnnxTr;

/// <summary>The pieces that a crop is read in, left to right.</summary>
/// <param name="Pieces">At least one.</param>
/// <param name="LastOverlap">Part of a piece that the last one shares with the one before it; 0 for a single piece.</param>
internal readonly record struct SplitCrop(IReadOnlyList<PixelBox> Pieces, double LastOverlap)
{
    /// <summary>Part of a piece that any other two neighbours share.</summary>
    public const double Overlap = 0.5;

    // Width by height: wider crops are split, into pieces of this.
    private const int MostRatio = 8;
    private const int PieceRatio = 6;

    /// <summary>Splits a crop that is more than eight times as wide as high into overlapping pieces six times as wide.</summary>
    public static SplitCrop Of(PixelBox crop)
    {
        if (crop.Width <= MostRatio * crop.Height)
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
