using System.Buffers;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace Ocr.Recognition.Imaging;

/// <summary>Runs a codec into a grey plane, by strips where the codec can, so that the colour image is never whole in memory.</summary>
internal static class PixelReader
{
    // 32 rows of a phone screenshot are 138 kB of colour: they stay in the second-level cache until they are grey.
    private const int StripRows = 32;

    public static GreyPlane Read(SKCodec codec)
    {
        var plane = new GreyPlane(codec.Info.Width, codec.Info.Height);
        try
        {
            if (codec.Info is { ColorType: SKColorType.Gray8, AlphaType: SKAlphaType.Opaque })
            {
                ReadGrey(codec, plane);
            }
            else
            {
                ReadColour(codec, plane);
            }

            return plane;
        }
        catch
        {
            plane.Dispose();
            throw;
        }
    }

    private static unsafe void ReadGrey(SKCodec codec, GreyPlane plane)
    {
        var info = new SKImageInfo(plane.Width, plane.Height, SKColorType.Gray8, SKAlphaType.Opaque);
        fixed (byte* pixels = plane.Pixels)
        {
            Check(codec.GetPixels(info, (nint)pixels));
        }
    }

    private static void ReadColour(SKCodec codec, GreyPlane plane)
    {
        var info = new SKImageInfo(plane.Width, plane.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        if (codec.StartScanlineDecode(info) == SKCodecResult.Success && codec.ScanlineOrder == SKCodecScanlineOrder.TopDown)
        {
            ReadStrips(codec, plane);
        }
        else
        {
            ReadWhole(codec, info, plane);
        }
    }

    private static unsafe void ReadStrips(SKCodec codec, GreyPlane plane)
    {
        var rowBytes = checked(plane.Width * 4);
        var colour = ArrayPool<byte>.Shared.Rent(checked(rowBytes * StripRows));
        try
        {
            fixed (byte* strip = colour)
            {
                for (var y = 0; y < plane.Height; y += StripRows)
                {
                    var rows = Math.Min(StripRows, plane.Height - y);
                    var read = codec.GetScanlines((nint)strip, rows, rowBytes);
                    Check(read == rows ? SKCodecResult.Success : SKCodecResult.IncompleteInput);
                    Luminance.FromPremultiplied(colour.AsSpan(0, rows * rowBytes), plane.Pixels.Slice(y * plane.Width, rows * plane.Width));
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(colour);
        }
    }

    // A whole image in colour is some tens of megabytes, of another size each time: a pool would round it up to a power of two and keep one
    // for every thread, until the process is mostly that.
    private static unsafe void ReadWhole(SKCodec codec, SKImageInfo info, GreyPlane plane)
    {
        var length = checked(plane.Width * 4 * plane.Height);
        var colour = NativeMemory.Alloc((nuint)length);
        try
        {
            Check(codec.GetPixels(info, (nint)colour));
            Luminance.FromPremultiplied(new ReadOnlySpan<byte>(colour, length), plane.Pixels);
        }
        finally
        {
            NativeMemory.Free(colour);
        }
    }

    /// <exception cref="ImageFaultException">The decoder did not come to the end.</exception>
    public static void Check(SKCodecResult result)
    {
        if (result != SKCodecResult.Success)
        {
            throw new ImageFaultException(
                result == SKCodecResult.IncompleteInput ? ImageFault.Truncated : ImageFault.Undecodable, $"The decoder says {result}.");
        }
    }
}
