namespace Ocr.Load.Traffic;

/// <summary>Contents of an upload.</summary>
internal enum Kind
{
    /// <summary>A receipt with new bytes.</summary>
    New,

    /// <summary>Bytes that were accepted before.</summary>
    Repeated,

    /// <summary>A screenshot's header without valid pixels: accepted, then an error result.</summary>
    Damaged,

    /// <summary>Not an image: rejected.</summary>
    Refused,
}

/// <summary>One upload.</summary>
/// <param name="Kind">Its contents.</param>
/// <param name="FileName">The client's name for it.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Image(Kind Kind, string FileName, byte[] Content);
