using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Ingest.Data;

/// <summary>Files of uploads by outcome: one row per tenant and minute, and one for the total.</summary>
public sealed class UploadCounterRow : ITenantOwned
{
    /// <summary>Tenant that owns it.</summary>
    public string Tenant { get; set; } = Tenants.Default;

    /// <summary>Start of the minute, UTC; the Unix epoch for the total.</summary>
    public required DateTimeOffset Minute { get; set; }

    /// <summary>Code of the error; <c>""</c> for accepted files.</summary>
    public required string Code { get; set; }

    /// <summary>Number of files.</summary>
    public required long Files { get; set; }

    /// <summary>Their size, bytes; 0 for refused files.</summary>
    public required long Bytes { get; set; }
}
