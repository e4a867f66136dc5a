namespace Ocr.Images;

/// <summary>Properties of an image from its header, read without decoding. File names are ignored.</summary>
/// <param name="Format">Format by magic bytes.</param>
/// <param name="Width">Stored width, before EXIF rotation, pixels, at least 1.</param>
/// <param name="Height">Stored height, before EXIF rotation, pixels, at least 1.</param>
/// <param name="Animated">Whether it has several frames.</param>
/// <param name="Complete">Whether the file contains its end mark; a truncated file does not.</param>
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

    /// <summary>Decoding time per pixel relative to a plain image: several passes and wide samples take longer.</summary>
    public double Effort { get; init; } = 1;

    /// <summary>Number of pixels.</summary>
    public long Pixels => (long)Width * Height;
}
