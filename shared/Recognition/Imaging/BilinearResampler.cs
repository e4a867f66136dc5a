using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Imaging;

/// <summary>Resizes a rectangle of a color plane exactly as Pillow's <c>resize(size, BILINEAR)</c>: horizontally, with rounding, then vertically.</summary>
internal static class BilinearResampler
{
    private const int Half = 1 << (BilinearKernel.Precision - 1);

    /// <summary>Resizes <paramref name="area"/> of <paramref name="source"/>; pixels outside the area have no influence.</summary>
    /// <param name="source">The plane.</param>
    /// <param name="area">Part of it, not empty, inside it.</param>
    /// <param name="target">Receives rows of <paramref name="width"/> pixels; the highest byte is unused.</param>
    /// <param name="width">Target width, ≥ 1.</param>
    /// <param name="height">Target height, ≥ 1.</param>
    public static void Resize(ColorPlane source, PixelBox area, Span<uint> target, int width, int height)
    {
        var between = ArrayPool<uint>.Shared.Rent(checked(width * area.Height));
        try
        {
            var columns = new BilinearKernel(area.Width, width);
            for (var y = 0; y < area.Height; y++)
            {
                Across(source.Row(area.Y0 + y).Slice(area.X0, area.Width), columns, between.AsSpan(y * width, width));
            }

            var rows = new BilinearKernel(area.Height, height);
            for (var y = 0; y < height; y++)
            {
                Down(between.AsSpan(rows.Start(y) * width), rows.Weights(y), target.Slice(y * width, width));
            }
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(between);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Across(ReadOnlySpan<uint> row, BilinearKernel columns, Span<uint> target)
    {
        for (var x = 0; x < target.Length; x++)
        {
            var weights = columns.Weights(x);
            var from = row.Slice(columns.Start(x), weights.Length);
            var sum = Vector128.Create(Half);
            for (var i = 0; i < from.Length; i++)
            {
                sum += Channels(from[i]) * weights[i];
            }

            target[x] = Pixel(sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Down(ReadOnlySpan<uint> rows, ReadOnlySpan<int> weights, Span<uint> target)
    {
        for (var x = 0; x < target.Length; x++)
        {
            var sum = Vector128.Create(Half);
            for (int i = 0, at = x; i < weights.Length; i++, at += target.Length)
            {
                sum += Channels(rows[at]) * weights[i];
            }

            target[x] = Pixel(sum);
        }
    }

    private static Vector128<int> Channels(uint pixel) =>
        Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalar(pixel).AsByte())).AsInt32();

    // The weights are not negative and sum to 1, so that the result fits into a byte.
    private static uint Pixel(Vector128<int> sum)
    {
        var channels = sum >> BilinearKernel.Precision;
        var shorts = Vector128.Narrow(channels, channels);
        return Vector128.Narrow(shorts, shorts).AsUInt32().ToScalar();
    }
}
