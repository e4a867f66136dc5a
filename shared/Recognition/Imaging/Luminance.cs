using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Imaging;

/// <summary>Converts color to gray with ITU-R BT.601 weights in units of 1/256, on white where the pixel is transparent.</summary>
internal static class Luminance
{
    private const uint Red = 77;
    private const uint Green = 150;
    private const uint Blue = 29;

    /// <summary>Converts premultiplied RGBA (bytes R, G, B, A) to gray.</summary>
    /// <param name="rgba">4 bytes per pixel.</param>
    /// <param name="gray">1 byte per pixel, as many pixels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FromPremultiplied(ReadOnlySpan<byte> rgba, Span<byte> gray)
    {
        var pixels = MemoryMarshal.Cast<byte, uint>(rgba)[..gray.Length];
        var x = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; x <= gray.Length - 32; x += 32)
            {
                var a = Vector256.Narrow(Eight(pixels[x..]), Eight(pixels[(x + 8)..]));
                var b = Vector256.Narrow(Eight(pixels[(x + 16)..]), Eight(pixels[(x + 24)..]));
                Vector256.Narrow(a, b).CopyTo(gray[x..]);
            }
        }

        for (; x < gray.Length; x++)
        {
            gray[x] = One(pixels[x]);
        }
    }

    // Premultiplied color never exceeds alpha, so that the sum with the white background fits into a byte.
    private static byte One(uint pixel) => (byte)(
        ((((pixel & 0xFF) * Red) + ((pixel >> 8 & 0xFF) * Green) + ((pixel >> 16 & 0xFF) * Blue) + 128) >> 8) + (255 - (pixel >> 24)));

    private static Vector256<uint> Eight(ReadOnlySpan<uint> pixels)
    {
        var pixel = Vector256.Create(pixels);
        var mask = Vector256.Create(0xFFu);
        var weighted = ((pixel & mask) * Red) + (((pixel >> 8) & mask) * Green) + (((pixel >> 16) & mask) * Blue);
        return ((weighted + Vector256.Create(128u)) >> 8) + (mask - (pixel >> 24));
    }
}
