namespace Ocr.Recognition.Imaging;

/// <summary>Reverses the filters of PNG rows (PNG specification, clause 9).</summary>
internal static class PngFilter
{
    /// <summary>Restores a row in place.</summary>
    /// <param name="filter">Type of the filter, 0–4.</param>
    /// <param name="row">The filtered row.</param>
    /// <param name="above">The restored row above; zeros for the first row of a pass.</param>
    /// <param name="step">Distance to the corresponding byte of the pixel on the left, bytes.</param>
    /// <exception cref="InvalidDataException">There is no such filter.</exception>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        for (var x = 0; x < row.Length && filter != 0; x++)
        {
            int left = x >= step ? row[x - step] : 0, up = above[x], corner = x >= step ? above[x - step] : 0;
            row[x] += filter switch
            {
                1 => (byte)left,
                2 => (byte)up,
                3 => (byte)((left + up) / 2),
                4 => Paeth(left, up, corner),
                _ => throw new InvalidDataException("Unknown filter."),
            };
        }
    }

    private static byte Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        int toLeft = Math.Abs(estimate - left), toUp = Math.Abs(estimate - up), toCorner = Math.Abs(estimate - corner);
        return (byte)(toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner);
    }
}
