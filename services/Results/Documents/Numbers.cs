namespace Ocr.Results.Documents;

/// <summary>Numbers in the form of the documents.</summary>
internal static class Numbers
{
    /// <summary>A confidence with four decimals.</summary>
    public static double Confidence(double value) => Math.Round(value, 4);

    /// <summary>Seconds with milliseconds.</summary>
    public static double Seconds(double value) => Math.Round(value, 3);
}
