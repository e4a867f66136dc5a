namespace Ocr.Recognition;

/// <summary>The median; of an even number of values, the upper of the two middle ones.</summary>
internal static class Median
{
    /// <summary>Returns 0 when there are no values.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
