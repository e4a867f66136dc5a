namespace Ocr.Ingest;

/// <summary>Sizes in the form of the API.</summary>
internal static class Megabytes
{
    /// <summary>Mebibytes with two decimals, as in the document's examples (245,760 bytes are 0.23).</summary>
    public static double Of(long bytes) => Math.Round(bytes / (1024.0 * 1024.0), 2);
}
