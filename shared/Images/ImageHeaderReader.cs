namespace Ocr.Images;

/// <summary>Reads the header of a PNG, JPEG, WebP or HEIC file. Does not throw on any content.</summary>
public static class ImageHeaderReader
{
    /// <summary>The first bytes of a PNG.</summary>
    public static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The format by magic bytes; <see langword="null"/> for an unknown one.</summary>
    /// <param name="file">The file, or its first 12 bytes.</param>
    public static ImageFormat? Sniff(ReadOnlySpan<byte> file) =>
        file.StartsWith(PngSignature) ? ImageFormat.Png
        : file is [0xFF, 0xD8, 0xFF, ..] ? ImageFormat.Jpeg
        : WebPHeader.IsWebP(file) ? ImageFormat.WebP
        : HeicHeader.IsHeic(file) ? ImageFormat.Heic
        : null;

    /// <summary>Reads the header.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="header">The header; <see langword="null"/> with an error.</param>
    public static HeaderError Read(ReadOnlySpan<byte> file, out ImageHeader? header)
    {
        header = null;
        var error = Sniff(file) switch
        {
            ImageFormat.Png => PngHeader.Read(file, out header),
            ImageFormat.Jpeg => JpegHeader.Read(file, out header),
            ImageFormat.WebP => WebPHeader.Read(file, out header),
            ImageFormat.Heic => HeicHeader.Read(file, out header),
            _ => HeaderError.UnknownFormat,
        };
        if (header is { Width: > 0, Height: > 0 } or null)
        {
            return error;
        }

        header = null;
        return HeaderError.Malformed;
    }
}
