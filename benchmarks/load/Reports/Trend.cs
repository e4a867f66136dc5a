namespace Ocr.Load.Reports;

/// <summary>Measures the trend of a series.</summary>
internal static class Trend
{
    /// <summary>Returns the relative growth of the median of the last fifth over that of the first fifth: 0.02 is 2 % more; 0 for fewer than five values.</summary>
    public static double Growth(IReadOnlyList<double> values)
    {
        var fifth = values.Count / 5;
        return fifth == 0 ? 0 : (Median(values.TakeLast(fifth)) / Median(values.Take(fifth))) - 1;
    }

    /// <summary>Returns the slope of the least-squares line through the values, per unit of <paramref name="at"/>.</summary>
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
