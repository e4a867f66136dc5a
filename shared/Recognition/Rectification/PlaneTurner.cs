using Ocr.Recognition.Imaging;

namespace Ocr.Recognition.Rectification;

/// <summary>Turns a plane by quarters, exactly.</summary>
internal static class PlaneTurner
{
    // Side of the blocks of a quarter turn: rows of both planes stay in the nearest cache.
    private const int Block = 32;

    /// <summary>A new plane, turned clockwise.</summary>
    public static GreyPlane Clockwise(GreyPlane plane)
    {
        var turned = new GreyPlane(plane.Height, plane.Width);
        var from = plane.Pixels;
        var to = turned.Pixels;
        for (var top = 0; top < plane.Height; top += Block)
        {
            var bottom = Math.Min(top + Block, plane.Height);
            for (var x = 0; x < plane.Width; x++)
            {
                // Column x from below upwards becomes row x.
                var target = (x * turned.Width) + (plane.Height - 1);
                for (var y = top; y < bottom; y++)
                {
                    to[target - y] = from[(y * plane.Width) + x];
                }
            }
        }

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
