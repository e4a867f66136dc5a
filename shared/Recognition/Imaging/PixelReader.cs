using System.Buffers;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace Ocr.Recognition.Imaging;

/// <summary>Decodes into a gray plane, in strips where the codec supports it, so that the color image is never complete in memory.</summary>
internal static class PixelReader
{
    // 32 rows of a phone screenshot are 138 kB of color: they stay in the second-level cache until they are converted.
    private const int StripRows = 32;

    public static GrayPlane Read(SKCodec codec)
    {
        var plane = new GrayPlane(codec.Info.Width, codec.Info.Height);
        try
        {
            if (codec.Info is { ColorType: SKColorType.Gray8, AlphaType: SKAlphaType.Opaque })
            {
                ReadGray(codec, plane);
            }
            else
            {
                ReadColor(codec, plane);
            }

            return plane;
        }
        catch
        {
            plane.Dispose();
            throw;
        }
    }

    private static unsafe void ReadGray(SKCodec codec, GrayPlane plane)
    {
        var info = new SKImageInfo(plane.Width, plane.Height, SKColorType.Gray8, SKAlphaType.Opaque);
        fixed (byte* pixels = plane.Pixels)
        {
            Check(codec.GetPixels(info, (nint)pixels));
        }
    }

    private static void ReadColor(SKCodec codec, GrayPlane plane)
    {
        var info = new SKImageInfo(plane.Width, plane.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        var scan = new ColorEdgeScan(plane.Width, plane.Height);
        if (codec.StartScanlineDecode(info) == SKCodecResult.Success && codec.ScanlineOrder == SKCodecScanlineOrder.TopDown)
        {
            ReadStrips(codec, plane, scan);
        }
        else
        {
            ReadWhole(codec, info, plane, scan);
        }

        plane.ColorEdges = scan.Blocks();
    }

    private static unsafe void ReadStrips(SKCodec codec, GrayPlane plane, ColorEdgeScan scan)
    {
        var rowBytes = checked(plane.Width * 4);
        var color = ArrayPool<byte>.Shared.Rent(checked(rowBytes * StripRows));
        try
        {
            fixed (byte* strip = color)
            {
                for (var y = 0; y < plane.Height; y += StripRows)
                {
                    var rows = Math.Min(StripRows, plane.Height - y);
                    var read = codec.GetScanlines((nint)strip, rows, rowBytes);
                    Check(read == rows ? SKCodecResult.Success : SKCodecResult.IncompleteInput);
                    var pixels = color.AsSpan(0, rows * rowBytes);
                    var gray = plane.Pixels.Slice(y * plane.Width, rows * plane.Width);
                    Luminance.FromPremultiplied(pixels, gray);
                    scan.Add(MemoryMarshal.Cast<byte, uint>(pixels), gray, y);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(color);
        }
    }

    // A whole image in color takes tens of megabytes, with a different size each time. A pool would round the size up to a power of two and
    // keep one buffer per thread.
    private static unsafe void ReadWhole(SKCodec codec, SKImageInfo info, GrayPlane plane, ColorEdgeScan scan)
    {
        var length = checked(plane.Width * 4 * plane.Height);
        var color = NativeMemory.Alloc((nuint)length);
        try
        {
            Check(codec.GetPixels(info, (nint)color));
            Luminance.FromPremultiplied(new ReadOnlySpan<byte>(color, length), plane.Pixels);
            scan.Add(new ReadOnlySpan<uint>(color, plane.Width * plane.Height), plane.Pixels, 0);
        }
        finally
        {
            NativeMemory.Free(color);
        }
    }

    /// <exception cref="ImageErrorException">The decoder did not reach the end of the image.</exception>
    public static void Check(SKCodecResult result)
    {
        if (result != SKCodecResult.Success)
        {
            throw new ImageErrorException(
                result == SKCodecResult.IncompleteInput ? ImageError.Truncated : ImageError.Undecodable, $"The decoder returned {result}.");
        }
    }
}
