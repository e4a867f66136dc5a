namespace Ocr.Load.Reports;

/// <summary>Whether a series goes somewhere.</summary>
internal static class Trend
{
    /// <summary>Median of the last fifth against that of the first fifth, as a share: 0.02 is two per cent more; 0 of fewer than five values.</summary>
    public static double Growth(IReadOnlyList<double> values)
    {
        var fifth = values.Count / 5;
        return fifth == 0 ? 0 : (Median(values.TakeLast(fifth)) / Median(values.Take(fifth))) - 1;
    }

    /// <summary>Slope of the straight line nearest to the values (least squares), per unit of <paramref name="at"/>.</summary>
    public static double Slope(IReadOnlyList<double> at, IReadOnlyList<double> values)
    {
        var (meanAt, mean) = (at.Average(), values.Average());
        var spread = at.Sum(x => (x - meanAt) * (x - meanAt));
        return spread == 0 ? 0 : at.Zip(values, (x, value) => (x - meanAt) * (value - mean)).Sum() / spread;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
