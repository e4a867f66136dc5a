namespace Ocr.Recognition.Imaging;

/// <summary>The formats that are read.</summary>
public enum ImageFormat
{
    /// <summary>PNG, one frame or APNG.</summary>
    Png,

    /// <summary>JPEG, any process that libjpeg knows.</summary>
    Jpeg,

    /// <summary>WebP, lossy, lossless or extended.</summary>
    WebP,
}
