namespace Ocr.Ingest.Images;

/// <summary>Reads the header of a PNG, JPEG, WebP or HEIC file, whatever its name says. Never throws on any bytes.</summary>
public static class ImageHeaderReader
{
    /// <summary>The format of the bytes by their magic; <see langword="null"/> for anything else.</summary>
    /// <param name="file">The file, or its first 12 bytes.</param>
    public static ImageFormat? Sniff(ReadOnlySpan<byte> file) =>
        file.StartsWith(PngHeader.Magic) ? ImageFormat.Png
        : file.StartsWith(JpegHeader.Magic) ? ImageFormat.Jpeg
        : WebPHeader.IsWebP(file) ? ImageFormat.WebP
        : HeicHeader.IsHeic(file) ? ImageFormat.Heic
        : null;

    /// <summary>The header; <see langword="null"/> when there is no format by magic, or the header cannot be made sense of.</summary>
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
