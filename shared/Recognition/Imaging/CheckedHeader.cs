using Ocr.Images;

namespace Ocr.Recognition.Imaging;

/// <summary>The header of an image that can be decoded.</summary>
public static class CheckedHeader
{
    /// <summary>Reads the header.</summary>
    /// <param name="image">The file.</param>
    /// <exception cref="ImageErrorException">
    /// <see cref="ImageError.NotAnImage"/>, <see cref="ImageError.UnsupportedFormat"/>, <see cref="ImageError.Truncated"/> (the header
    /// continues after the last byte) or <see cref="ImageError.Undecodable"/>.
    /// </exception>
    public static ImageHeader Read(ReadOnlySpan<byte> image)
    {
        if (ForeignFormat.Name(image) is { } name)
        {
            throw new ImageErrorException(ImageError.UnsupportedFormat, $"{name} is not read; PNG, JPEG and WebP are.");
        }

        return ImageHeaderReader.Read(image, out var header) switch
        {
            HeaderError.None => header!,
            HeaderError.UnknownFormat => throw new ImageErrorException(ImageError.NotAnImage, "The bytes start with no known image signature."),
            HeaderError.Truncated => throw new ImageErrorException(ImageError.Truncated, "The image ends within its header."),
            _ => throw new ImageErrorException(ImageError.Undecodable, "The header is malformed, or states a size of 0."),
        };
    }
}
