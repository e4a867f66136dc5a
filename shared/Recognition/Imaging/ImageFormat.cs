namespace Ocr.Recognition.Imaging;

/// <summary>Supported formats.</summary>
public enum ImageFormat
{
    /// <summary>PNG, one frame or APNG.</summary>
    Png,

    /// <summary>JPEG, any process that libjpeg supports.</summary>
    Jpeg,

    /// <summary>WebP, lossy, lossless or extended.</summary>
    WebP,
}
