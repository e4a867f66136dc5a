namespace Ocr.Results.Status;

/// <summary>Statistics of a list of numbers; all 0 for none.</summary>
internal static class Statistics
{
    /// <summary>The mean.</summary>
    public static double Mean(IReadOnlyCollection<double> values) => values.Count == 0 ? 0 : values.Average();

    /// <summary>The minimum value that at least a share of all values do not exceed (nearest rank).</summary>
    /// <param name="values">In any order.</param>
    /// <param name="share">0–1; 0 for the minimum.</param>
    public static double Percentile(IReadOnlyCollection<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
