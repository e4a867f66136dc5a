namespace Ocr.OcrWorker.Converting;

/// <summary>Limits of one conversion.</summary>
/// <param name="MaxPixels">Pixels of the image.</param>
/// <param name="MaxMemoryBytes">Resident memory of the process.</param>
/// <param name="MaxTime">Time of the process.</param>
internal sealed record ConverterLimits(long MaxPixels, long MaxMemoryBytes, TimeSpan MaxTime)
{
    /// <summary>The largest PNG: pixels without compression.</summary>
    public long MaxOutputBytes => (MaxPixels * 4) + (1 << 20);
}
