namespace Ocr.Recognition.Imaging;

/// <summary>Properties read from the first bytes of an image, without decoding pixels. File names are ignored.</summary>
/// <param name="Format">Detected by magic bytes.</param>
/// <param name="Width">Stored width, before EXIF rotation, pixels, ≥ 1.</param>
/// <param name="Height">Stored height, before EXIF rotation, pixels, ≥ 1.</param>
/// <param name="Animated">Whether the header states more than one frame.</param>
public readonly record struct ImageInfo(ImageFormat Format, int Width, int Height, bool Animated)
{
    /// <summary>Number of leading bytes that contain the header of nearly every image; a JPEG with a large thumbnail may need more.</summary>
    public const int ProbeLength = 64 * 1024;

    /// <summary>Number of pixels.</summary>
    public long Pixels => (long)Width * Height;

    /// <summary>Reads the header.</summary>
    /// <param name="image">The file, or at least its start up to and including the header.</param>
    /// <exception cref="ImageErrorException">
    /// <see cref="ImageError.NotAnImage"/>, <see cref="ImageError.UnsupportedFormat"/>, <see cref="ImageError.Truncated"/> (the header
    /// continues after the last byte) or <see cref="ImageError.Undecodable"/>.
    /// </exception>
    public static ImageInfo Read(ReadOnlySpan<byte> image) => Signature.Identify(image) switch
    {
        ImageFormat.Png => PngHeader.Read(image),
        ImageFormat.Jpeg => JpegHeader.Read(image),
        ImageFormat.WebP => WebPHeader.Read(image),
        var format => throw new ImageErrorException(ImageError.UnsupportedFormat, $"The format {format} is not supported."),
    };

    /// <summary>Reads the header from the current position of a stream. The position afterwards is undefined.</summary>
    /// <param name="stream">A readable stream; seeking is not needed.</param>
    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static ImageInfo Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[ProbeLength];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        while (true)
        {
            try
            {
                return Read(buffer.AsSpan(0, length));
            }
            catch (ImageErrorException error) when (error.Error == ImageError.Truncated && length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
                length += stream.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            }
        }
    }

    internal static ImageInfo Checked(ImageFormat format, long width, long height, bool animated) =>
        width is >= 1 and <= int.MaxValue && height is >= 1 and <= int.MaxValue
            ? new ImageInfo(format, (int)width, (int)height, animated)
            : throw new ImageErrorException(ImageError.Undecodable, $"The header states {width} × {height} pixels.");
}
