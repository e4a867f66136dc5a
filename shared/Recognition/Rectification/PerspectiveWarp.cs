using System.Runtime.CompilerServices;
using Ocr.Recognition.Imaging;

namespace Ocr.Recognition.Rectification;

/// <summary>Draws a plane through a projection with bilinear interpolation, row by row.</summary>
internal static class PerspectiveWarp
{
    // Interpolation weights in units of 1/256: finer than a gray level.
    private const int Unit = 256;

    // At a larger reduction, bilinear interpolation would skip pixels: the source is shrunk first.
    private const double MaxShrunk = 1.5;

    // Sampling step of the mean that replaces pixels outside the source.
    private const int MeanStep = 97;

    /// <summary>Fills <paramref name="target"/>; pixels outside the source get its mean gray.</summary>
    /// <param name="source">The plane to draw from.</param>
    /// <param name="target">The plane to fill.</param>
    /// <param name="toSource">Maps pixels of the target to pixels of the source.</param>
    public static void Draw(GrayPlane source, GrayPlane target, in Projection toSource)
    {
        var (x, y) = (target.Width / 2.0, target.Height / 2.0);
        var (from, to) = (toSource.Map(x - 0.5, y), toSource.Map(x + 0.5, y));
        var shrink = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
        if (shrink <= MaxShrunk)
        {
            Warp(source, target, toSource, Mean(source));
            return;
        }

        using var small = new GrayPlane(Math.Max(1, (int)(source.Width / shrink)), Math.Max(1, (int)(source.Height / shrink)));
        Resampler.Resize(source, new PixelBox(0, 0, source.Width, source.Height), small.Pixels, small.Width, small.Height);
        var toSmall = new Projection(
            (double)small.Width / source.Width, 0, 0, 0, (double)small.Height / source.Height, 0, 0, 0, 1).After(toSource);
        Warp(small, target, toSmall, Mean(source));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Warp(GrayPlane source, GrayPlane target, in Projection map, byte outside)
    {
        var pixels = source.Pixels;
        var (width, height) = (source.Width, source.Height);
        for (var y = 0; y < target.Height; y++)
        {
            var row = target.Row(y);
            var (xs, ys, ws) = (
                (map.Xx * 0.5) + (map.Xy * (y + 0.5)) + map.X1,
                (map.Yx * 0.5) + (map.Yy * (y + 0.5)) + map.Y1,
                (map.Wx * 0.5) + (map.Wy * (y + 0.5)) + map.W1);
            for (var x = 0; x < row.Length; x++)
            {
                var inverse = 1 / (ws + (map.Wx * x));
                var (sx, sy) = ((xs + (map.Xx * x)) * inverse, (ys + (map.Yx * x)) * inverse);
                row[x] = sx > 0 && sy > 0 && sx < width && sy < height
                    ? Sample(pixels, width, height, sx - 0.5, sy - 0.5)
                    : outside;
            }
        }
    }

    private static byte Sample(ReadOnlySpan<byte> pixels, int width, int height, double x, double y)
    {
        x = Math.Clamp(x, 0, width - 1);
        y = Math.Clamp(y, 0, height - 1);
        var (column, row) = ((int)x, (int)y);
        var (right, below) = ((int)((x - column) * Unit), (int)((y - row) * Unit));
        var at = (row * width) + column;
        var next = column + 1 < width ? 1 : 0;
        var down = row + 1 < height ? width : 0;
        var upper = (pixels[at] * (Unit - right)) + (pixels[at + next] * right);
        var lower = (pixels[at + down] * (Unit - right)) + (pixels[at + down + next] * right);
        return (byte)(((upper * (Unit - below)) + (lower * below) + (Unit * Unit / 2)) / (Unit * Unit));
    }

    private static byte Mean(GrayPlane plane)
    {
        long sum = 0, count = 0;
        var pixels = plane.Pixels;
        for (var i = 0; i < pixels.Length; i += MeanStep)
        {
            sum += pixels[i];
            count++;
        }

        return (byte)(sum / count);
    }
}
