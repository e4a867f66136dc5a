using System.Buffers;
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
        var strips = codec.StartScanlineDecode(info) == SKCodecResult.Success && codec.ScanlineOrder == SKCodecScanlineOrder.TopDown;
        var colour = ArrayPool<byte>.Shared.Rent(checked(info.RowBytes * (strips ? StripRows : info.Height)));
        try
        {
            if (strips)
            {
                ReadStrips(codec, plane, colour);
            }
            else
            {
                ReadWhole(codec, info, plane, colour);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(colour);
        }
    }

    private static unsafe void ReadStrips(SKCodec codec, GreyPlane plane, byte[] colour)
    {
        var rowBytes = plane.Width * 4;
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

    private static unsafe void ReadWhole(SKCodec codec, SKImageInfo info, GreyPlane plane, byte[] colour)
    {
        fixed (byte* pixels = colour)
        {
            Check(codec.GetPixels(info, (nint)pixels));
        }

        Luminance.FromPremultiplied(colour.AsSpan(0, info.BytesSize), plane.Pixels);
    }

    private static void Check(SKCodecResult result)
    {
        if (result != SKCodecResult.Success)
        {
            throw new ImageFaultException(
                result == SKCodecResult.IncompleteInput ? ImageFault.Truncated : ImageFault.Undecodable, $"The decoder says {result}.");
        }
    }
}
