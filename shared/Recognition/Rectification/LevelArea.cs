using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Rectification;

/// <summary>The rectangle of a leveled page that is drawn, in its coordinates before any shift.</summary>
internal readonly record struct LevelArea(double X, double Y, double Width, double Height)
{
    // Margin around the detected text, because some text may not have been detected.
    private const double MarginThicknesses = 8;
    private const double MarginShare = 0.15;

    /// <summary>Returns the area of the text with a margin, clipped to the page.</summary>
    /// <param name="regions">The text, with axes; not empty.</param>
    /// <param name="width">Width of the page that contains the regions.</param>
    /// <param name="height">Its height.</param>
    /// <param name="toLevel">Projection from that page to the leveled one.</param>
    public static LevelArea Of(List<TextRegion> regions, int width, int height, in Projection toLevel)
    {
        var text = Around(regions.SelectMany(region => Ends(region.Axis)), toLevel);
        var thickness = Median.Of(regions.Select(region => region.Axis.Thickness));
        var margin = (MarginThicknesses * thickness) + (MarginShare * Math.Max(text.Width, text.Height));
        var wanted = new LevelArea(text.X - margin, text.Y - margin, text.Width + (2 * margin), text.Height + (2 * margin));

        // A far corner of the page may be beyond the vanishing point, where the projection is undefined.
        (double X, double Y)[] corners = [(0, 0), (width, 0), (width, height), (0, height)];
        var matrix = toLevel;
        return corners.All(corner => (matrix.Wx * corner.X) + (matrix.Wy * corner.Y) + matrix.W1 > 0.2)
            ? wanted.Within(Around(corners, toLevel))
            : wanted;
    }

    private LevelArea Within(LevelArea other)
    {
        var (left, top) = (Math.Max(X, other.X), Math.Max(Y, other.Y));
        return new LevelArea(
            left,
            top,
            Math.Max(1, Math.Min(X + Width, other.X + other.Width) - left),
            Math.Max(1, Math.Min(Y + Height, other.Y + other.Height) - top));
    }

    private static LevelArea Around(IEnumerable<(double X, double Y)> points, Projection toLevel)
    {
        var mapped = points.Select(point => toLevel.Map(point.X, point.Y)).ToList();
        var (left, top) = (mapped.Min(point => point.X), mapped.Min(point => point.Y));
        return new LevelArea(left, top, mapped.Max(point => point.X) - left, mapped.Max(point => point.Y) - top);
    }

    private static IEnumerable<(double X, double Y)> Ends(TextAxis axis)
    {
        var (sin, cos) = Math.SinCos(axis.Angle);
        var half = axis.Length / 2;
        return [(axis.X - (half * cos), axis.Y - (half * sin)), (axis.X + (half * cos), axis.Y + (half * sin))];
    }
}
