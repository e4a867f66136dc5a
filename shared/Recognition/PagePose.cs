namespace Ocr.Recognition;

/// <summary>How the image lay, and what was done before its words were read. Boxes are pixels of the page that came out of it.</summary>
public sealed record PagePose
{
    /// <summary>An upright image, read as it was.</summary>
    public static PagePose Upright { get; } = new();

    /// <summary>Degrees by which the image was turned clockwise: 0, 90, 180 or 270. EXIF orientation is not counted.</summary>
    public int Turn { get; init; }

    /// <summary>Degrees by which the rows then fell to the right, −45 to 45, in the middle of the text; 0 when they were left as they were.</summary>
    public double Angle { get; init; }

    /// <summary>Whether rows that drew together (a photograph taken at an angle) were made parallel.</summary>
    public bool Rectified { get; init; }

    /// <summary>How many times the detector looked.</summary>
    public int Looks { get; init; }

    /// <summary>From pixels of the page, in which boxes are given, to pixels of the image after EXIF rotation.</summary>
    public Projection ToImage { get; init; } = Projection.Identity;

    /// <summary>Whether the page is the image itself: nothing was turned, levelled or cut.</summary>
    public bool IsImage => ToImage == Projection.Identity;

    /// <summary>The corners of a box on the image: upper left, upper right, lower right, lower left as the text reads.</summary>
    public IReadOnlyList<(double X, double Y)> OnImage(PixelBox box) =>
    [
        ToImage.Map(box.X0, box.Y0), ToImage.Map(box.X1, box.Y0), ToImage.Map(box.X1, box.Y1), ToImage.Map(box.X0, box.Y1),
    ];
}
