namespace Ocr.Ingest.Images;

/// <summary>What reading an image is expected to cost, by its header; 1 is an ordinary receipt.</summary>
public static class ReadingCost
{
    // Decoding this many samples takes about as long as reading an ordinary receipt (benchmarks/results).
    private const double SamplesOfOne = 20_000_000;

    /// <summary>1 for the reading, and more for a decoding that is long beside it: many pixels, wide samples, several passes.</summary>
    /// <param name="header">The header.</param>
    public static double Of(ImageHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return 1 + Math.Floor(header.Pixels * header.Effort / SamplesOfOne);
    }
}
