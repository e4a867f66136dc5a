using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Ingest.Data;

/// <summary>An opened batch. It is finished when all its receipts are final; this is computed from the rows and not stored.</summary>
public sealed class BatchRow : ITenantOwned
{
    /// <summary>Tenant that owns it.</summary>
    public string Tenant { get; set; } = Tenants.Default;

    /// <summary><c>BATCH_yyyyMMdd_HHmmss_xxx</c>.</summary>
    public required string RequestId { get; set; }

    /// <summary>Number of receipts, at least 1.</summary>
    public required int Size { get; set; }

    /// <summary>Recognition profile.</summary>
    public required string Profile { get; set; }

    /// <summary>Whether results carry coordinates.</summary>
    public required bool IncludeCoordinates { get; set; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; set; }

    /// <summary>Whether the broker confirmed <see cref="BatchOpened"/>.</summary>
    public bool Published { get; set; }

    /// <summary>Whether the broker confirmed <see cref="BatchCompleted"/>.</summary>
    public bool CompletionPublished { get; set; }

    /// <summary>Trace context of the request that opened it (W3C); <see langword="null"/> without one.</summary>
    public string? Traceparent { get; set; }

    /// <summary>Person who requested the second reading of its receipts; <see langword="null"/> for a batch of first readings.</summary>
    public string? RereadBy { get; set; }

    /// <summary>The batch in the form of messages about one of its receipts.</summary>
    /// <param name="position">Place of the receipt, from 1.</param>
    public BatchInfo ToInfo(int position) => new()
    {
        RequestId = RequestId,
        Size = Size,
        Position = position,
        Profile = Profile,
        IncludeCoordinates = IncludeCoordinates,
        OpenedAt = OpenedAt,
        Tenant = Tenant,
        RereadBy = RereadBy,
    };
}
