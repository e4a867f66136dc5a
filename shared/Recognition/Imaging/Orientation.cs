using SkiaSharp;

namespace Ocr.Recognition.Imaging;

/// <summary>Rotates a stored plane upright according to its EXIF orientation.</summary>
internal static class Orientation
{
    // Columns written together where rows become columns, so that their source rows stay in the first-level cache.
    private const int Block = 32;

    public static bool IsUpright(SKEncodedOrigin origin) =>
        origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default || (int)origin > 8;

    public static bool SwapsSides(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    /// <summary>Returns the upright plane. Takes ownership of <paramref name="stored"/>, which is either returned or disposed.</summary>
    public static GrayPlane Upright(GrayPlane stored, SKEncodedOrigin origin)
    {
        if (IsUpright(origin))
        {
            return stored;
        }

        using (stored)
        {
            var (w, h) = (stored.Width, stored.Height);
            var upright = SwapsSides(origin) ? new GrayPlane(h, w) : new GrayPlane(w, h);
            Turn(stored.Pixels, w, h, origin, upright.Pixels);
            return upright;
        }
    }

    /// <summary>Writes the upright pixels of a stored plane of w × h.</summary>
    /// <param name="stored">Rows of <paramref name="w"/> pixels.</param>
    /// <param name="w">Width as stored.</param>
    /// <param name="h">Height as stored.</param>
    /// <param name="origin">EXIF orientation.</param>
    /// <param name="upright">Receives rows of w pixels, or of h where the sides are swapped.</param>
    public static void Turn<T>(ReadOnlySpan<T> stored, int w, int h, SKEncodedOrigin origin, Span<T> upright)
    {
        var (start, right, down) = Steps(origin, w, h);
        var (columns, rows) = SwapsSides(origin) ? (h, w) : (w, h);
        var block = SwapsSides(origin) ? Block : columns;
        for (var left = 0; left < columns; left += block)
        {
            for (var y = 0; y < rows; y++)
            {
                var row = upright.Slice((y * columns) + left, Math.Min(block, columns - left));
                for (int x = 0, at = start + (y * down) + (left * right); x < row.Length; x++, at += right)
                {
                    row[x] = stored[at];
                }
            }
        }
    }

    /// <summary>Returns the index of upright (0, 0) in a stored plane of w × h, and the index steps for one pixel right and one pixel down.</summary>
    private static (int Start, int Right, int Down) Steps(SKEncodedOrigin origin, int w, int h) => origin switch
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
}
