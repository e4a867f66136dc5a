using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Rectification;

/// <summary>
/// Fits a <see cref="RowField"/> to the axes of words. A row through the place (x, y) of a frame turned by the median angle has the slope
/// t with t = s + w·(x·t − y): linear in the slope s at the origin and the convergence w. The fit is robust, so that what does
/// not run with the rest (icons, stamps, a second receipt) counts for nothing.
/// </summary>
internal static class RowFieldFit
{
    // Radians. A word's angle in a map of cells is never taken for an outlier below this: the edges of short words are steps.
    private const double LeastWidth = 0.02;

    // A word's angle is as exact as the word is long, up to this many times the median thickness: a rule across the screen is one voice.
    private const double LongestThicknesses = 12;

    // A convergence is believed when it turns rows by this many radians within the text, and is so many times its standard error.
    private const double LeastTurning = 0.010;
    private const double Significance = 4;

    /// <summary>Fits the rows.</summary>
    /// <param name="axes">At least one, angles within ±π/4.</param>
    /// <param name="inliers">Receives the number of axes that run with the rows.</param>
    /// <param name="error">Receives the standard error of the angle at the origin, radians.</param>
    public static RowField Fit(IReadOnlyList<TextAxis> axes, out int inliers, out double error)
    {
        var weights = Weights(axes);
        var origin = new RowField(
            Mean(axes, weights, axis => axis.X),
            Mean(axes, weights, axis => axis.Y),
            WeightedMedian.Of([.. axes.Select(axis => axis.Angle)], weights),
            0);
        var (slopes, levers) = Frame(axes, origin);
        var line = RobustLine.Fit(slopes, levers, weights, LeastWidth, sloped: true);
        var turning = Math.Abs(line.Slope) * (levers.Max() - levers.Min());
        if (turning < LeastTurning || Math.Abs(line.Slope) < Significance * line.SlopeError)
        {
            line = RobustLine.Fit(slopes, levers, weights, LeastWidth, sloped: false);
        }

        (inliers, error) = (line.Inliers, line.InterceptError);
        var turn = Math.Atan(line.Intercept);
        return origin with { Angle = origin.Angle + turn, Convergence = line.Slope * Math.Cos(turn) };
    }

    /// <summary>Squared lengths: the variance of an angle falls with the square of the length it was measured over.</summary>
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
