namespace Ocr.Contracts;

/// <summary>Event of Ingest: every receipt of a batch has its final result. Can be published more than once.</summary>
public sealed record BatchCompleted
{
    /// <summary><c>BATCH_yyyyMMdd_HHmmss_xxx</c>.</summary>
    public required string RequestId { get; init; }

    /// <summary>Tenant that owns it.</summary>
    public required string Tenant { get; init; }

    /// <summary>Number of receipts in the batch.</summary>
    public required int Size { get; init; }

    /// <summary>Number of receipts with an error result.</summary>
    public required int Failed { get; init; }

    /// <summary>When the batch was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When its last result was stored, UTC.</summary>
    public required DateTimeOffset CompletedAt { get; init; }
}
