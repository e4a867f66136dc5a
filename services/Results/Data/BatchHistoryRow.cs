using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Results.Data;

/// <summary>A batch that Results knows, from its opening or from a result, whichever message was first.</summary>
public sealed class BatchHistoryRow : ITenantOwned
{
    /// <summary>Tenant that owns it.</summary>
    public string Tenant { get; set; } = Tenants.Default;

    /// <summary><c>BATCH_yyyyMMdd_HHmmss_xxx</c>.</summary>
    public required string RequestId { get; set; }

    /// <summary>Number of receipts; the batch is finished when it has that many results.</summary>
    public required int Size { get; set; }

    /// <summary>Recognition profile.</summary>
    public required string Profile { get; set; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; set; }

    /// <summary>When its last result was stored, UTC; <see langword="null"/> while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Person who requested the second reading of its receipts; <see langword="null"/> for a batch of first readings.</summary>
    public string? RereadBy { get; set; }
}
