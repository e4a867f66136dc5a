namespace Ocr.Recognition;

/// <summary>The middle value; of an even number of values the upper of the two in the middle.</summary>
internal static class Median
{
    /// <summary>0 when there is none.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
