using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Rectification;

/// <summary>
/// Directions of the rows of a page, which all pass through one vanishing point. At the origin a row has the angle <paramref name="Angle"/>;
/// along it, the distance to neighboring rows shrinks by the share <paramref name="Convergence"/> per pixel.
/// </summary>
/// <param name="X">Origin, pixels of the page.</param>
/// <param name="Y">Origin.</param>
/// <param name="Angle">Radians, positive falls to the right.</param>
/// <param name="Convergence">1 / pixels: 0 for parallel rows, positive when they meet on the right.</param>
internal readonly record struct RowField(double X, double Y, double Angle, double Convergence)
{
    /// <summary>Returns the angle of the row through a point, radians.</summary>
    public double AngleAt(double x, double y)
    {
        var (sin, cos) = Math.SinCos(Angle);
        var (dx, dy) = (x - X, y - Y);
        var (along, across) = ((cos * dx) + (sin * dy), (cos * dy) - (sin * dx));
        return Angle + Math.Atan2(-Convergence * across, 1 - (Convergence * along));
    }

    /// <summary>
    /// Returns the projection from a page with level rows, its origin at (0, 0), to this page. The columns through the origin keep their position
    /// and stay straight, because the rows do not determine how columns converge.
    /// </summary>
    public Projection FromLevel()
    {
        var (sin, cos) = Math.SinCos(Angle);
        var converge = new Projection(1, 0, 0, 0, 1, 0, Convergence, 0, 1);
        return new Projection(cos, -sin, X, sin, cos, Y, 0, 0, 1).After(converge);
    }

    /// <summary>Returns the greatest angle of a row within the bounding rectangle of the axes' centers, radians.</summary>
    public double GreatestAngle(IReadOnlyList<TextAxis> axes)
    {
        var (left, right) = (axes.Min(axis => axis.X), axes.Max(axis => axis.X));
        var (top, bottom) = (axes.Min(axis => axis.Y), axes.Max(axis => axis.Y));
        double[] corners = [AngleAt(left, top), AngleAt(right, top), AngleAt(left, bottom), AngleAt(right, bottom)];
        return corners.Max(Math.Abs);
    }
}
