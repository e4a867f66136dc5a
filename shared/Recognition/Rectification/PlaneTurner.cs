using Ocr.Recognition.Imaging;
using SkiaSharp;

namespace Ocr.Recognition.Rectification;

/// <summary>Turns a plane by quarters, exactly.</summary>
internal static class PlaneTurner
{
    /// <summary>A new plane, turned clockwise.</summary>
    public static GreyPlane Clockwise(GreyPlane plane)
    {
        var turned = new GreyPlane(plane.Height, plane.Width);
        Orientation.Turn(plane.Pixels, plane.Width, plane.Height, SKEncodedOrigin.RightTop, turned.Pixels);
        return turned;
    }

    /// <summary>A new plane, upside down.</summary>
    public static GreyPlane UpsideDown(GreyPlane plane)
    {
        var turned = new GreyPlane(plane.Width, plane.Height);
        plane.Pixels.CopyTo(turned.Pixels);
        turned.Pixels.Reverse();
        return turned;
    }
}
