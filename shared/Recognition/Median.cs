namespace Ocr.Recognition;

/// <summary>The median; of an even number of values, the upper of the two middle ones.</summary>
internal static class Median
{
    /// <summary>Returns 0 when there are no values.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return all.Length == 0 ? 0 : Sorting<double>(all);
    }

    /// <summary>Sorts the values, at least one, and returns their median. Allocates nothing.</summary>
    public static T Sorting<T>(Span<T> values)
    {
        values.Sort();
        return values[values.Length / 2];
    }
}
