using Ocr.Recognition.Imaging;
using SkiaSharp;

namespace Ocr.Recognition.Rectification;

/// <summary>Rotates a plane by multiples of 90°, without loss.</summary>
internal static class PlaneTurner
{
    /// <summary>Returns a new plane, rotated clockwise.</summary>
    public static GrayPlane Clockwise(GrayPlane plane)
    {
        var turned = new GrayPlane(plane.Height, plane.Width);
        Orientation.Turn(plane.Pixels, plane.Width, plane.Height, SKEncodedOrigin.RightTop, turned.Pixels);
        return turned;
    }

    /// <summary>Returns a new plane, upside down.</summary>
    public static GrayPlane UpsideDown(GrayPlane plane)
    {
        var turned = new GrayPlane(plane.Width, plane.Height);
        plane.Pixels.CopyTo(turned.Pixels);
        turned.Pixels.Reverse();
        return turned;
    }
}
