using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Rectification;

/// <summary>
/// Fits a <see cref="RowField"/> to the axes of words. A row through the point (x, y) of a frame rotated by the median angle has the slope
/// t with t = s + w·(x·t − y): linear in the slope s at the origin and the convergence w. The fit is robust, so that outliers (icons, stamps,
/// a second receipt) have no influence.
/// </summary>
internal static class RowFieldFit
{
    // Radians. A deviation below this is never an outlier: the edges of short words in a map of cells are steps.
    private const double MinWidth = 0.02;

    // The precision of a word's angle grows with its length, up to this many times the median thickness, so that one long rule does not dominate.
    private const double LongestThicknesses = 12;

    // A convergence is accepted when it rotates rows by at least this many radians within the text, and is at least this many times its standard error.
    private const double MinTurning = 0.010;
    private const double Significance = 4;

    /// <summary>Fits the rows.</summary>
    /// <param name="axes">At least one, angles within ±π/4.</param>
    /// <param name="line">Receives the fitted slopes of the rows against the levers: errors in radians, and the axes that agree.</param>
    public static RowField Fit(IReadOnlyList<TextAxis> axes, out RobustLine line)
    {
        var weights = Weights(axes);
        var origin = new RowField(
            Mean(axes, weights, axis => axis.X),
            Mean(axes, weights, axis => axis.Y),
            WeightedMedian.Of([.. axes.Select(axis => axis.Angle)], weights),
            0);
        var (slopes, levers) = Frame(axes, origin);
        line = RobustLine.Fit(slopes, levers, weights, MinWidth, sloped: true);
        var turning = Math.Abs(line.Slope) * (levers.Max() - levers.Min());
        if (turning < MinTurning || Math.Abs(line.Slope) < Significance * line.SlopeError)
        {
            line = RobustLine.Fit(slopes, levers, weights, MinWidth, sloped: false);
        }

        var turn = Math.Atan(line.Intercept);
        return origin with { Angle = origin.Angle + turn, Convergence = line.Slope * Math.Cos(turn) };
    }

    /// <summary>Squared lengths: the variance of an angle is inversely proportional to the square of the measured length.</summary>
    private static double[] Weights(IReadOnlyList<TextAxis> axes)
    {
        var longest = LongestThicknesses * Median.Of(axes.Select(axis => axis.Thickness));
        return [.. axes.Select(axis => Math.Pow(Math.Min(axis.Length, longest), 2))];
    }

    private static (double[] Slopes, double[] Levers) Frame(IReadOnlyList<TextAxis> axes, RowField origin)
    {
        var (sin, cos) = Math.SinCos(origin.Angle);
        var (slopes, levers) = (new double[axes.Count], new double[axes.Count]);
        for (var i = 0; i < axes.Count; i++)
        {
            var (dx, dy) = (axes[i].X - origin.X, axes[i].Y - origin.Y);
            slopes[i] = Math.Tan(axes[i].Angle - origin.Angle);
            levers[i] = (((cos * dx) + (sin * dy)) * slopes[i]) - ((cos * dy) - (sin * dx));
        }

        return (slopes, levers);
    }

    private static double Mean(IReadOnlyList<TextAxis> axes, double[] weights, Func<TextAxis, double> value)
    {
        double sum = 0, total = 0;
        for (var i = 0; i < axes.Count; i++)
        {
            sum += weights[i] * value(axes[i]);
            total += weights[i];
        }

        return sum / total;
    }
}
