namespace Ocr.Recognition.OnnxTr;

/// <summary>A box in parts of the width and the height of the map or the page, 0–1, and the mean probability of its pixels.</summary>
internal readonly record struct RelativeBox(double X0, double Y0, double X1, double Y1, double Score)
{
    /// <summary>
    /// From a map on which the page lies in the middle, letterboxed, to the page. By the aspect ratios, not by the rounded size that the page
    /// has on the map: up to a pixel of drift is OnnxTR's.
    /// </summary>
    /// <param name="page">Height by width of the page.</param>
    /// <param name="map">Height by width of the map.</param>
    public RelativeBox WithoutPadding(double page, double map)
    {
        var (x, y) = page > map ? (page / map, 1.0) : (1.0, map / page);
        return new RelativeBox(Undo(X0, x), Undo(Y0, y), Undo(X1, x), Undo(Y1, y), Score);
    }

    private static double Undo(double value, double factor) => Math.Clamp(((value - 0.5) * factor) + 0.5, 0, 1);
}
