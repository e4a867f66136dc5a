using SkiaSharp;

namespace Ocr.Recognition.Imaging;

/// <summary>Decodes an image to an upright gray plane, or throws an <see cref="ImageErrorException"/> with the reason.</summary>
internal static class ImageDecoder
{
    public static GrayPlane Decode(ReadOnlyMemory<byte> image, long maxPixels) =>
        Decode(image, maxPixels, codec => Orientation.Upright(
            InterlacedPng.Is(image.Span) ? InterlacedPng.Read(image) : PixelReader.Read(codec), codec.EncodedOrigin));

    /// <summary>Checks the header, then passes a codec of the checked size to <paramref name="read"/>.</summary>
    public static T Decode<T>(ReadOnlyMemory<byte> image, long maxPixels, Func<SKCodec, T> read)
    {
        var header = CheckedHeader.Read(image.Span);
        if (header.Animated)
        {
            throw new ImageErrorException(ImageError.Animated, "The image has more than one frame.");
        }

        if (header.Pixels > maxPixels)
        {
            throw new ImageErrorException(
                ImageError.TooManyPixels, $"The image has {header.Width} × {header.Height} pixels; at most {maxPixels} are read.");
        }

        using var share = DecodeBudget.Shared.Take(DecodeBudget.Cost(header));
        using var pin = image.Pin();
        using var data = Wrap(pin, image.Length);
        using var codec = SKCodec.Create(data)
            ?? throw new ImageErrorException(ImageError.Undecodable, $"The decoder refuses this {header.Format}.");

        // The limit was checked against our own reading of the header: the decoder must report the same size.
        if (codec.Info.Width != header.Width || codec.Info.Height != header.Height)
        {
            throw new ImageErrorException(ImageError.Undecodable, "The image states two different sizes.");
        }

        return read(codec);
    }

    private static unsafe SKData Wrap(System.Buffers.MemoryHandle pin, int length) => SKData.Create((nint)pin.Pointer, length);
}
