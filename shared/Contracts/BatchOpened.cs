namespace Ocr.Contracts;

/// <summary>Event of Ingest: a batch was opened. Results stores the batch before its first result.</summary>
public sealed record BatchOpened
{
    /// <summary><c>BATCH_yyyyMMdd_HHmmss_xxx</c>.</summary>
    public required string RequestId { get; init; }

    /// <summary>Number of receipts in the batch, at least 1.</summary>
    public required int Size { get; init; }

    /// <summary>Recognition profile: <c>ultra_rapido</c>, <c>balanced</c> or <c>high_confidence</c>.</summary>
    public required string Profile { get; init; }

    /// <summary>When the batch was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Tenant that owns it.</summary>
    public string Tenant { get; init; } = Tenants.Default;

    /// <summary>Person who requested the second reading; <see langword="null"/> for a first reading.</summary>
    public string? RereadBy { get; init; }
}
