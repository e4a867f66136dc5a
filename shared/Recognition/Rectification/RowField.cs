using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Rectification;

/// <summary>
/// How the rows of a page run: all through one vanishing point. At the origin they run at <paramref name="Angle"/>; along the row through
/// the origin the rows above and below draw together by the share <paramref name="Convergence"/> of their distance a pixel.
/// </summary>
/// <param name="X">Origin, pixels of the page.</param>
/// <param name="Y">Origin.</param>
/// <param name="Angle">Radians, positive falls to the right.</param>
/// <param name="Convergence">1 / pixels: 0 where rows are parallel, positive where they meet on the right.</param>
internal readonly record struct RowField(double X, double Y, double Angle, double Convergence)
{
    /// <summary>The angle of the row through a place, radians.</summary>
    public double AngleAt(double x, double y)
    {
        var (sin, cos) = Math.SinCos(Angle);
        var (dx, dy) = (x - X, y - Y);
        var (along, across) = ((cos * dx) + (sin * dy), (cos * dy) - (sin * dx));
        return Angle + Math.Atan2(-Convergence * across, 1 - (Convergence * along));
    }

    /// <summary>
    /// From a page whose rows lie level, its origin at (0, 0), to this page. The columns through the origin keep their place and stay
    /// straight: what they converge by cannot be told from the rows.
    /// </summary>
    public Projection FromLevel()
    {
        var (sin, cos) = Math.SinCos(Angle);
        var converge = new Projection(1, 0, 0, 0, 1, 0, Convergence, 0, 1);
        return new Projection(cos, -sin, X, sin, cos, Y, 0, 0, 1).After(converge);
    }

    /// <summary>The greatest angle of a row within the rectangle around the axes' middles, radians.</summary>
    public double GreatestAngle(IReadOnlyList<TextAxis> axes)
    {
        var (left, right) = (axes.Min(axis => axis.X), axes.Max(axis => axis.X));
        var (top, bottom) = (axes.Min(axis => axis.Y), axes.Max(axis => axis.Y));
        double[] corners = [AngleAt(left, top), AngleAt(right, top), AngleAt(left, bottom), AngleAt(right, bottom)];
        return corners.Max(Math.Abs);
    }
}
