namespace Ocr.Recognition;

/// <summary>Why an image can never be read. A retry does not help.</summary>
public enum ImageError
{
    /// <summary>No bytes, or no known signature at their start.</summary>
    NotAnImage,

    /// <summary>An image in an unsupported format (GIF, BMP, TIFF, HEIC, AVIF, …), detected by its content.</summary>
    UnsupportedFormat,

    /// <summary>More than one frame.</summary>
    Animated,

    /// <summary>The header states more pixels than <see cref="ReaderOptions.MaxPixels"/> allows; nothing was decoded.</summary>
    TooManyPixels,

    /// <summary>More words were found than <see cref="ReaderOptions.MaxWords"/> allows; none was read.</summary>
    TooManyWords,

    /// <summary>The bytes end before the image is complete.</summary>
    Truncated,

    /// <summary>The header or the pixel data is damaged, or uses a variant that the decoder does not support.</summary>
    Undecodable,
}
