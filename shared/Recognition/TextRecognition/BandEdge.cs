namespace Ocr.Recognition.TextRecognition;

/// <summary>
/// Removes what lies beyond the left and right edge of a band on which a word stands. Where a band ends at the first or last letter, the
/// recognizer takes the edge for a part of that letter.
/// </summary>
internal static class BandEdge
{
    // Maximum fraction of the crop's height to examine at either end.
    private const double Reach = 0.7;

    /// <summary>Fills the columns beyond an edge with the gray of the background.</summary>
    /// <param name="pixels">The crop, row by row.</param>
    /// <param name="width">Its columns.</param>
    public static void Clear(Span<byte> pixels, int width)
    {
        var height = pixels.Length / width;
        var columns = new BandColumns(pixels, width, 0, height);
        var background = columns.Background(width / 8, width * 0.75);
        var most = Math.Min((int)(Reach * height), width / 3);
        for (var x = 0; x < most && BandColumns.IsBeyond(columns.Range(x), background); x++)
        {
            Fill(pixels, width, x, background);
        }

        for (var x = width - 1; x >= width - most && BandColumns.IsBeyond(columns.Range(x), background); x--)
        {
            Fill(pixels, width, x, background);
        }
    }

    private static void Fill(Span<byte> pixels, int width, int x, byte background)
    {
        for (var at = x; at < pixels.Length; at += width)
        {
            pixels[at] = background;
        }
    }
}
