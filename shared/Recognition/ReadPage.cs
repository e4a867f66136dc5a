namespace Ocr.Recognition;

/// <summary>The words of one image.</summary>
public sealed record ReadPage
{
    /// <summary>
    /// Width of the page, pixels: that of the image with its EXIF rotation applied, or that of the corrected page when <see cref="Pose"/> states
    /// a rotation or leveling. Boxes are pixels of this page.
    /// </summary>
    public required int Width { get; init; }

    /// <summary>Height of the page, pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Words in reading order.</summary>
    public required IReadOnlyList<ReadWord> Words { get; init; }

    /// <summary>Orientation of the image, and the projection from the page to it.</summary>
    public PagePose Pose { get; init; } = PagePose.Upright;

    /// <summary>Time of each stage.</summary>
    public required StageTimings Timings { get; init; }
}
