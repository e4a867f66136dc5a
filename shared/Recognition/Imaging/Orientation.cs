using SkiaSharp;

namespace Ocr.Recognition.Imaging;

/// <summary>Turns a stored plane upright after its EXIF orientation.</summary>
internal static class Orientation
{
    public static bool IsUpright(SKEncodedOrigin origin) =>
        origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default || (int)origin > 8;

    public static bool SwapsSides(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    /// <summary>The upright plane. Takes over <paramref name="stored"/>: it is returned itself or disposed of.</summary>
    public static GreyPlane Upright(GreyPlane stored, SKEncodedOrigin origin)
    {
        if (IsUpright(origin))
        {
            return stored;
        }

        using (stored)
        {
            var (w, h) = (stored.Width, stored.Height);
            var upright = SwapsSides(origin) ? new GreyPlane(h, w) : new GreyPlane(w, h);

            var (start, right, down) = Steps(origin, w, h);
            Walk(stored.Pixels, upright, start, right, down);
            return upright;
        }
    }

    /// <summary>Where upright (0, 0) lies in a stored plane of w × h, and how far a step right and a step down move there, in pixels.</summary>
    public static (int Start, int Right, int Down) Steps(SKEncodedOrigin origin, int w, int h) => origin switch
    {
        SKEncodedOrigin.TopRight => (w - 1, -1, w),
        SKEncodedOrigin.BottomRight => ((w * h) - 1, -1, -w),
        SKEncodedOrigin.BottomLeft => ((h - 1) * w, 1, -w),
        SKEncodedOrigin.LeftTop => (0, w, 1),
        SKEncodedOrigin.RightTop => ((h - 1) * w, -w, 1),
        SKEncodedOrigin.RightBottom => ((w * h) - 1, -w, -1),
        SKEncodedOrigin.LeftBottom => (w - 1, w, -1),
        _ => (0, 1, w),
    };

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
