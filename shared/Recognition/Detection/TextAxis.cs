namespace Ocr.Recognition.Detection;

/// <summary>Orientation of a component: the rectangle with the same first and second moments, in pixels of the page.</summary>
/// <param name="X">Center, horizontally.</param>
/// <param name="Y">Center, vertically.</param>
/// <param name="Angle">Angle of the longer side, radians in (−π/2, π/2]; positive falls to the right.</param>
/// <param name="Length">Longer side.</param>
/// <param name="Thickness">Shorter side.</param>
internal readonly record struct TextAxis(double X, double Y, double Angle, double Length, double Thickness)
{
    /// <summary>Computes the axis of a component.</summary>
    /// <param name="component">The component with its moments.</param>
    /// <param name="toPage">Page pixels per cell.</param>
    /// <param name="left">Page column of the map's left edge.</param>
    /// <param name="top">Page row of the map's upper edge.</param>
    public static TextAxis Of(in Component component, double toPage, double left, double top)
    {
        var (n, sums) = (component.Cells, component.Moments);
        var (x, y) = (sums.X / n, sums.Y / n);

        // A cell is a square: its own variance along either axis is 1/12.
        var xx = (sums.XX / n) - (x * x) + (1 / 12.0);
        var yy = (sums.YY / n) - (y * y) + (1 / 12.0);
        var xy = (sums.XY / n) - (x * y);
        var middle = (xx + yy) / 2;
        var spread = Math.Sqrt(Math.Pow((xx - yy) / 2, 2) + (xy * xy));
        return new TextAxis(
            left + ((x + 0.5) * toPage),
            top + ((y + 0.5) * toPage),
            Math.Atan2(2 * xy, xx - yy) / 2,
            Math.Sqrt(12 * (middle + spread)) * toPage,
            Math.Sqrt(12 * Math.Max(0, middle - spread)) * toPage);
    }

    /// <summary>Returns the axis on the page rotated clockwise by 90°.</summary>
    /// <param name="pageHeight">Height of the page before the rotation.</param>
    public TextAxis Clockwise(double pageHeight) => this with
    {
        X = pageHeight - Y,
        Y = X,
        Angle = Angle > 0 ? Angle - (Math.PI / 2) : Angle + (Math.PI / 2),
    };
}
