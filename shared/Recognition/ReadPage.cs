namespace Ocr.Recognition;

/// <summary>What was read on one image.</summary>
public sealed record ReadPage
{
    /// <summary>
    /// Width of the page, pixels: of the image with its EXIF rotation applied or, where <see cref="Pose"/> says so, of what became of it
    /// when its text was turned upright and its rows were made level. Boxes are pixels of this page.
    /// </summary>
    public required int Width { get; init; }

    /// <summary>Height of the page, pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Words in reading order.</summary>
    public required IReadOnlyList<ReadWord> Words { get; init; }

    /// <summary>How the image lay, and the way from the page back to it.</summary>
    public PagePose Pose { get; init; } = PagePose.Upright;

    /// <summary>Where the time went.</summary>
    public required StageTimings Timings { get; init; }
}
