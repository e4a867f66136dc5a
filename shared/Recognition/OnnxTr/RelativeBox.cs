namespace Ocr.Recognition.OnnxTr;

/// <summary>A box relative to the width and the height of the map or the page, 0–1, and the mean probability of its pixels.</summary>
internal readonly record struct RelativeBox(double X0, double Y0, double X1, double Y1, double Score)
{
    /// <summary>
    /// Maps a box from a map with the page letterboxed in its middle to the page. It uses the aspect ratios, as OnnxTR does, instead of the page's
    /// rounded size on the map, which causes a drift of up to a pixel.
    /// </summary>
    /// <param name="pageWidth">Width of the page.</param>
    /// <param name="pageHeight">Height of the page.</param>
    /// <param name="mapWidth">Width of the map.</param>
    /// <param name="mapHeight">Height of the map.</param>
    public RelativeBox WithoutPadding(int pageWidth, int pageHeight, int mapWidth, int mapHeight)
    {
        // Multiplied, then divided, as OnnxTR does: an edge midway between two pixels must be rounded to the same one.
        var (tall, wide) = ((double)pageHeight * mapWidth, (double)pageWidth * mapHeight);
        return tall == wide ? this : tall > wide
            ? this with { X0 = Undo(X0, tall, wide), X1 = Undo(X1, tall, wide) }
            : this with { Y0 = Undo(Y0, wide, tall), Y1 = Undo(Y1, wide, tall) };
    }

    private static double Undo(double value, double factor, double divisor) =>
        Math.Clamp(((value - 0.5) * factor / divisor) + 0.5, 0, 1);
}
