namespace Ocr.Recognition;

/// <summary>Why an image can never be read. None of these goes away by trying again.</summary>
public enum ImageFault
{
    /// <summary>No bytes, or no known signature at their start.</summary>
    NotAnImage,

    /// <summary>An image of a format that is not read (GIF, BMP, TIFF, HEIC, AVIF, …), whatever its name says.</summary>
    UnsupportedFormat,

    /// <summary>More than one frame.</summary>
    Animated,

    /// <summary>More pixels than <see cref="ReaderOptions.MaxPixels"/> allows, by the header; nothing was decoded.</summary>
    TooManyPixels,

    /// <summary>The bytes end before the image does.</summary>
    Truncated,

    /// <summary>The header or the pixel data is damaged, or uses a variant that the decoder does not know.</summary>
    Undecodable,
}
