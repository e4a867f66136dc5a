namespace Ocr.Recognition.Rectification;

/// <summary>The value that divides the total weight in halves.</summary>
internal static class WeightedMedian
{
    public static double Of(double[] values, double[] weights)
    {
        var (sorted, carried) = ((double[])values.Clone(), (double[])weights.Clone());
        Array.Sort(sorted, carried);
        var left = carried.Sum() / 2;
        for (var i = 0; i < sorted.Length; i++)
        {
            left -= carried[i];
            if (left <= 0)
            {
                return sorted[i];
            }
        }

        return sorted.Length == 0 ? 0 : sorted[^1];
    }
}
