namespace Ocr.Ingest.Images;

/// <summary>Reads the header of a PNG, JPEG, WebP or HEIC file; the file name is not used. Does not throw on any content.</summary>
public static class ImageHeaderReader
{
    /// <summary>The format by magic bytes; <see langword="null"/> for an unknown one.</summary>
    /// <param name="file">The file, or its first 12 bytes.</param>
    public static ImageFormat? Sniff(ReadOnlySpan<byte> file) =>
        file.StartsWith(PngHeader.Magic) ? ImageFormat.Png
        : file.StartsWith(JpegHeader.Magic) ? ImageFormat.Jpeg
        : WebPHeader.IsWebP(file) ? ImageFormat.WebP
        : HeicHeader.IsHeic(file) ? ImageFormat.Heic
        : null;

    /// <summary>The header; <see langword="null"/> when the format is unknown or the header is malformed.</summary>
    /// <param name="file">The whole file.</param>
    public static ImageHeader? Read(ReadOnlySpan<byte> file)
    {
        var header = Sniff(file) switch
        {
            ImageFormat.Png => PngHeader.Read(file),
            ImageFormat.Jpeg => JpegHeader.Read(file),
            ImageFormat.WebP => WebPHeader.Read(file),
            ImageFormat.Heic => HeicHeader.Read(file),
            _ => null,
        };
        return header is { Width: > 0, Height: > 0 } ? header : null;
    }
}
