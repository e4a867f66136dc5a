namespace Ocr.Recognition.Imaging;

/// <summary>What the first bytes of an image say, without decoding a pixel and without believing a file name.</summary>
/// <param name="Format">By magic bytes.</param>
/// <param name="Width">Stored width, before EXIF rotation, pixels, ≥ 1.</param>
/// <param name="Height">Stored height, before EXIF rotation, pixels, ≥ 1.</param>
/// <param name="Animated">Whether more than one frame is announced.</param>
public readonly record struct ImageHeader(ImageFormat Format, int Width, int Height, bool Animated)
{
    /// <summary>Bytes of a file's start that hold the header of nearly every image; a JPEG with a large thumbnail may need more.</summary>
    public const int ProbeLength = 64 * 1024;

    /// <summary>Number of pixels.</summary>
    public long Pixels => (long)Width * Height;

    /// <summary>Reads the header.</summary>
    /// <param name="image">The file, or at least its start up to and including the header.</param>
    /// <exception cref="ImageFaultException">
    /// <see cref="ImageFault.NotAnImage"/>, <see cref="ImageFault.UnsupportedFormat"/>, <see cref="ImageFault.Truncated"/> (the header goes
    /// on after the last byte) or <see cref="ImageFault.Undecodable"/>.
    /// </exception>
    public static ImageHeader Read(ReadOnlySpan<byte> image) => Signature.Identify(image) switch
    {
        ImageFormat.Png => PngHeader.Read(image),
        ImageFormat.Jpeg => JpegHeader.Read(image),
        ImageFormat.WebP => WebPHeader.Read(image),
        var format => throw new ImageFaultException(ImageFault.UnsupportedFormat, $"The format {format} is not read."),
    };

    /// <summary>Reads the header from the current position of a stream, which is left anywhere after it.</summary>
    /// <param name="stream">A readable stream; it need not seek.</param>
    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static ImageHeader Read(Stream stream)
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
            catch (ImageFaultException fault) when (fault.Fault == ImageFault.Truncated && length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
                length += stream.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            }
        }
    }

    internal static ImageHeader Checked(ImageFormat format, long width, long height, bool animated) =>
        width is >= 1 and <= int.MaxValue && height is >= 1 and <= int.MaxValue
            ? new ImageHeader(format, (int)width, (int)height, animated)
            : throw new ImageFaultException(ImageFault.Undecodable, $"The header says {width} × {height} pixels.");
}
