namespace Ocr.Ingest.Data;

/// <summary>Files of uploads by outcome: one row a minute, and one for all time.</summary>
public sealed class TallyRow
{
    /// <summary>Start of the minute, UTC; the Unix epoch for all time.</summary>
    public required DateTimeOffset Minute { get; set; }

    /// <summary>Code of the error; <c>""</c> for accepted files.</summary>
    public required string Code { get; set; }

    /// <summary>Number of files.</summary>
    public required long Files { get; set; }

    /// <summary>Their size, bytes; 0 for refused ones.</summary>
    public required long Bytes { get; set; }
}
