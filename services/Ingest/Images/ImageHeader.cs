namespace Ocr.Ingest.Images;

/// <summary>Formats that are accepted.</summary>
public enum ImageFormat
{
    /// <summary>Portable Network Graphics.</summary>
    Png,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>WebP, still.</summary>
    WebP,

    /// <summary>HEIC: HEVC in the container of phones.</summary>
    Heic,
}

/// <summary>What the header of an image says, read without decoding a pixel.</summary>
/// <param name="Format">By magic bytes.</param>
/// <param name="Width">Pixels, at least 1.</param>
/// <param name="Height">Pixels, at least 1.</param>
/// <param name="Animated">Whether it has frames.</param>
/// <param name="Complete">Whether the file reaches its own end mark; a transfer that was cut off does not.</param>
public sealed record ImageHeader(ImageFormat Format, int Width, int Height, bool Animated, bool Complete)
{
    /// <summary>Extension without a dot.</summary>
    public string Extension => Format switch
    {
        ImageFormat.Png => "png",
        ImageFormat.Jpeg => "jpg",
        ImageFormat.WebP => "webp",
        ImageFormat.Heic => "heic",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Media type.</summary>
    public string ContentType => Format switch
    {
        ImageFormat.Png => "image/png",
        ImageFormat.Jpeg => "image/jpeg",
        ImageFormat.WebP => "image/webp",
        ImageFormat.Heic => "image/heic",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>How much longer a pixel takes to decode than one of a plain image: several passes, wide samples.</summary>
    public double Effort { get; init; } = 1;

    /// <summary>Number of pixels.</summary>
    public long Pixels => (long)Width * Height;
}
