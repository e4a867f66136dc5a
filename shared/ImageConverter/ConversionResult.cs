namespace Ocr.ImageConverter;

/// <summary>Exit codes of the program. Any other code is a crash.</summary>
public enum ConversionResult
{
    /// <summary>The PNG was written.</summary>
    Converted = 0,

    /// <summary>The image is damaged, or uses a variant that is not supported.</summary>
    Undecodable = 3,

    /// <summary>The image has too many pixels, or needs too much memory.</summary>
    TooLarge = 4,
}
