namespace Ocr.Recognition;

/// <summary>What was read on one image.</summary>
public sealed record ReadPage
{
    /// <summary>Width of the upright image (EXIF rotation applied), pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the upright image, pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Words in reading order.</summary>
    public required IReadOnlyList<ReadWord> Words { get; init; }

    /// <summary>Where the time went.</summary>
    public required StageTimings Timings { get; init; }
}
