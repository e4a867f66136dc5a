using SkiaSharp;

namespace Ocr.Recognition.Imaging;

/// <summary>Encoded bytes to an upright grey plane, or an <see cref="ImageFaultException"/> with the reason.</summary>
internal static class ImageDecoder
{
    public static GreyPlane Decode(ReadOnlyMemory<byte> image, long maxPixels) =>
        Decode(image, maxPixels, codec => Orientation.Upright(PixelReader.Read(codec), codec.EncodedOrigin));

    /// <summary>Checks the header, then hands a codec of the checked size to <paramref name="read"/>.</summary>
    public static T Decode<T>(ReadOnlyMemory<byte> image, long maxPixels, Func<SKCodec, T> read)
    {
        var header = ImageHeader.Read(image.Span);
        if (header.Animated)
        {
            throw new ImageFaultException(ImageFault.Animated, "The image has more than one frame.");
        }

        if (header.Pixels > maxPixels)
        {
            throw new ImageFaultException(
                ImageFault.TooManyPixels, $"The image has {header.Width} × {header.Height} pixels; at most {maxPixels} are read.");
        }

        using var pin = image.Pin();
        using var data = Wrap(pin, image.Length);
        using var codec = SKCodec.Create(data)
            ?? throw new ImageFaultException(ImageFault.Undecodable, $"The decoder refuses this {header.Format}.");

        // The cap was checked on our own reading of the header: the decoder must not see another size.
        if (codec.Info.Width != header.Width || codec.Info.Height != header.Height)
        {
            throw new ImageFaultException(ImageFault.Undecodable, "The image announces two different sizes.");
        }

        return read(codec);
    }

    private static unsafe SKData Wrap(System.Buffers.MemoryHandle pin, int length) => SKData.Create((nint)pin.Pointer, length);
}
