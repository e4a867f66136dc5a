using SkiaSharp;

namespace Ocr.Recognition.Imaging;

/// <summary>Turns a stored plane upright after its EXIF orientation.</summary>
internal static class Orientation
{
    public static bool SwapsSides(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    /// <summary>The upright plane. Takes over <paramref name="stored"/>: it is returned itself or disposed of.</summary>
    public static GreyPlane Upright(GreyPlane stored, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default || (int)origin > 8)
        {
            return stored;
        }

        using (stored)
        {
            var (w, h) = (stored.Width, stored.Height);
            var upright = SwapsSides(origin) ? new GreyPlane(h, w) : new GreyPlane(w, h);

            // Where upright (0, 0) lies in the stored plane, and how far a step right and a step down move there.
            var (start, right, down) = origin switch
            {
                SKEncodedOrigin.TopRight => (w - 1, -1, w),
                SKEncodedOrigin.BottomRight => ((w * h) - 1, -1, -w),
                SKEncodedOrigin.BottomLeft => ((h - 1) * w, 1, -w),
                SKEncodedOrigin.LeftTop => (0, w, 1),
                SKEncodedOrigin.RightTop => ((h - 1) * w, -w, 1),
                SKEncodedOrigin.RightBottom => ((w * h) - 1, -w, -1),
                _ => (w - 1, w, -1), // LeftBottom
            };
            Walk(stored.Pixels, upright, start, right, down);
            return upright;
        }
    }

    private static void Walk(ReadOnlySpan<byte> from, GreyPlane to, int start, int right, int down)
    {
        for (var y = 0; y < to.Height; y++)
        {
            var row = to.Row(y);
            var at = start + (y * down);
            for (var x = 0; x < row.Length; x++, at += right)
            {
                row[x] = from[at];
            }
        }
    }
}
