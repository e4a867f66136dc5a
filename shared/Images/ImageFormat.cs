namespace Ocr.Images;

/// <summary>Formats whose headers are read.</summary>
public enum ImageFormat
{
    /// <summary>Portable Network Graphics.</summary>
    Png,

    /// <summary>JPEG, any process.</summary>
    Jpeg,

    /// <summary>WebP, lossy, lossless or extended.</summary>
    WebP,

    /// <summary>HEIC: HEVC in the container of HEIF.</summary>
    Heic,
}
