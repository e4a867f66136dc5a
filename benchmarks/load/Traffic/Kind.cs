namespace Ocr.Load.Traffic;

/// <summary>What an upload holds.</summary>
internal enum Kind
{
    /// <summary>A receipt under bytes that nothing was uploaded with before.</summary>
    New,

    /// <summary>Bytes that were accepted before.</summary>
    Repeated,

    /// <summary>A screenshot's header and no picture behind it: accepted, and an error result.</summary>
    Damaged,

    /// <summary>No image at all: refused.</summary>
    Refused,
}

/// <summary>One upload.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="FileName">The client's name for it.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Image(Kind Kind, string FileName, byte[] Content);
