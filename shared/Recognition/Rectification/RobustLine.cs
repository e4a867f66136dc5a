namespace Ocr.Recognition.Rectification;

/// <summary>A straight line through points with outliers: least squares, reweighted by Tukey's function.</summary>
/// <param name="Intercept">Value at 0.</param>
/// <param name="Slope">Change of the value per unit of place.</param>
/// <param name="InterceptError">Standard error of the intercept.</param>
/// <param name="SlopeError">Standard error of the slope; 0 when no slope was fitted.</param>
/// <param name="Inliers">Number of points that kept at least a fifth of their weight.</param>
/// <param name="Agreement">Share of the total weight that belongs to these points, 0 to 1.</param>
internal readonly record struct RobustLine(double Intercept, double Slope, double InterceptError, double SlopeError, int Inliers, double Agreement)
{
    private const int Rounds = 12;
    private const double InlierShare = 0.2;

    // Tukey's constant, times the ratio of a normal distribution's standard deviation to the median of its absolute residuals.
    private const double Width = 4.685 * 1.4826;

    /// <summary>Fits a line; expects most <paramref name="values"/> near 0.</summary>
    /// <param name="values">One value per point.</param>
    /// <param name="places">One place per point.</param>
    /// <param name="weights">Precision of the values: inverse variances up to a factor.</param>
    /// <param name="minWidth">Residuals well below this are never outliers.</param>
    /// <param name="sloped">Whether the line may have a slope.</param>
    public static RobustLine Fit(double[] values, double[] places, double[] weights, double minWidth, bool sloped)
    {
        var line = default(RobustLine);
        var kept = new double[values.Length];
        for (var round = 0; round < Rounds; round++)
        {
            Reweight(values, places, weights, line, minWidth, kept);
            line = Solve(values, places, kept, sloped);
        }

        // The precise points set the width, so many imprecise ones are outside it; their number is not evidence against the line.
        var inliers = weights.Where((weight, i) => kept[i] >= InlierShare * weight).ToList();
        return line with { Inliers = inliers.Count, Agreement = inliers.Sum() / weights.Sum() };
    }

    private static void Reweight(
        double[] values, double[] places, double[] weights, RobustLine line, double minWidth, double[] kept)
    {
        var residuals = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            residuals[i] = Math.Abs(values[i] - line.Intercept - (line.Slope * places[i]));
        }

        var width = Math.Max(minWidth, Width * WeightedMedian.Of(residuals, weights));
        for (var i = 0; i < values.Length; i++)
        {
            var share = Math.Max(0, 1 - Math.Pow(residuals[i] / width, 2));
            kept[i] = weights[i] * share * share;
        }
    }

    private static RobustLine Solve(double[] values, double[] places, double[] weights, bool sloped)
    {
        double total = 0, place = 0, value = 0;
        for (var i = 0; i < values.Length; i++)
        {
            total += weights[i];
            place += weights[i] * places[i];
            value += weights[i] * values[i];
        }

        (place, value) = (place / total, value / total);
        double spread = 0, together = 0;
        for (var i = 0; i < values.Length; i++)
        {
            spread += weights[i] * Math.Pow(places[i] - place, 2);
            together += weights[i] * (places[i] - place) * (values[i] - value);
        }

        var slope = sloped && spread > 0 ? together / spread : 0;
        var intercept = value - (slope * place);
        double scatter = 0, squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            scatter += weights[i] * Math.Pow(values[i] - intercept - (slope * places[i]), 2);
            squares += weights[i] * weights[i];
        }

        // Effective number of points: that of points of equal weight.
        var points = total * total / squares;
        var variance = scatter / total / Math.Max(1, points - 2);
        var slopeError = slope != 0 ? Math.Sqrt(variance * total / spread) : 0;
        return new RobustLine(intercept, slope, Math.Sqrt(variance + Math.Pow(slopeError * place, 2)), slopeError, 0, 0);
    }
}
