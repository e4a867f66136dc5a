using Ocr.Images;

namespace Ocr.Ingest.Images;

/// <summary>Expected reading cost of an image by its header; an ordinary receipt costs 1.</summary>
public static class ReadingCost
{
    // Decoding this many samples takes about as long as reading an ordinary receipt (benchmarks/results).
    private const double SamplesOfOne = 20_000_000;

    /// <summary>1 for the recognition, plus the decoding of many pixels, wide samples or several passes.</summary>
    /// <param name="header">The header.</param>
    public static double Of(ImageHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return 1 + Math.Floor(header.Pixels * header.Effort / SamplesOfOne);
    }
}
