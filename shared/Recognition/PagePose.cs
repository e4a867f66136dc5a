using System.Text.Json.Serialization;

namespace Ocr.Recognition;

/// <summary>Orientation of the image, and the corrections applied before its words were read. Boxes are pixels of the corrected page.</summary>
public sealed record PagePose
{
    /// <summary>An upright image, read without corrections.</summary>
    public static PagePose Upright { get; } = new();

    /// <summary>Degrees by which the image was rotated clockwise: 0, 90, 180 or 270. EXIF orientation is not counted.</summary>
    public int Turn { get; init; }

    /// <summary>Degrees by which the rows fell to the right after the rotation, −45 to 45, in the middle of the text; 0 when they were not leveled.</summary>
    public double Angle { get; init; }

    /// <summary>Whether converging rows (a photograph taken at an angle) were made parallel.</summary>
    public bool Rectified { get; init; }

    /// <summary>Number of detection passes.</summary>
    [JsonPropertyName("looks")]
    public int DetectionPasses { get; init; }

    /// <summary>Maps pixels of the page, in which boxes are given, to pixels of the image after EXIF rotation.</summary>
    public Projection ToImage { get; init; } = Projection.Identity;

    /// <summary>Whether the page is the image itself: nothing was rotated, leveled or cropped.</summary>
    public bool IsImage => ToImage == Projection.Identity;

    /// <summary>Returns the corners of a box on the image: upper left, upper right, lower right, lower left in reading orientation.</summary>
    public IReadOnlyList<(double X, double Y)> OnImage(PixelBox box) =>
    [
        ToImage.Map(box.X0, box.Y0), ToImage.Map(box.X1, box.Y0), ToImage.Map(box.X1, box.Y1), ToImage.Map(box.X0, box.Y1),
    ];
}
