namespace Ocr.Images;

/// <summary>Why a header cannot be read.</summary>
public enum HeaderError
{
    /// <summary>It was read.</summary>
    None,

    /// <summary>The file does not start with the magic bytes of a known format.</summary>
    UnknownFormat,

    /// <summary>The file violates its format, or states a size of 0 or of more than <see cref="int.MaxValue"/> pixels.</summary>
    Malformed,

    /// <summary>The header continues after the last byte.</summary>
    Truncated,
}
