namespace Ocr.Load.Reports;

/// <summary>Percentiles of values in seconds.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="P50">Median.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="P99">99th percentile.</param>
/// <param name="Max">Maximum.</param>
internal sealed record Percentiles(int Count, double P50, double P95, double P99, double Max)
{
    /// <summary>Computes percentiles by nearest rank, which always returns a measured value; zeros without values.</summary>
    public static Percentiles Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? new Percentiles(0, 0, 0, 0, 0)
            : new Percentiles(sorted.Length, Rank(sorted, 0.50), Rank(sorted, 0.95), Rank(sorted, 0.99), sorted[^1]);
    }

    private static double Rank(double[] sorted, double share) =>
        Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)], 4);
}
