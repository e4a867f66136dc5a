namespace Ocr.Recognition.OnnxTr;

/// <summary>A box in parts of the width and the height of the map or the page, 0–1, and the mean probability of its pixels.</summary>
internal readonly record struct RelativeBox(double X0, double Y0, double X1, double Y1, double Score)
{
    /// <summary>
    /// From a map on which the page lies in the middle, letterboxed, to the page. By the aspect ratios, not by the rounded size that the page
    /// has on the map: up to a pixel of drift is OnnxTR's.
    /// </summary>
    /// <param name="pageWidth">Of the page.</param>
    /// <param name="pageHeight">Of the page.</param>
    /// <param name="mapWidth">Of the map.</param>
    /// <param name="mapHeight">Of the map.</param>
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
