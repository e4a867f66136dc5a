namespace Ocr.Contracts;

/// <summary>The batch of a receipt. Every message of the batch contains it, so that no service needs to request it.</summary>
public sealed record BatchInfo
{
    /// <summary><c>BATCH_yyyyMMdd_HHmmss_xxx</c>.</summary>
    public required string RequestId { get; init; }

    /// <summary>Number of receipts in the batch; it is finished when that many results are final.</summary>
    public required int Size { get; init; }

    /// <summary>Place of this receipt in order of arrival, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>Recognition profile: <c>ultra_rapido</c>, <c>balanced</c> or <c>high_confidence</c>.</summary>
    public required string Profile { get; init; }

    /// <summary>Whether the stored result carries word coordinates.</summary>
    public required bool IncludeCoordinates { get; init; }

    /// <summary>When the batch was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Tenant that owns it.</summary>
    public string Tenant { get; init; } = Tenants.Default;

    /// <summary>Person who requested the second reading; <see langword="null"/> for a first reading.</summary>
    public string? RereadBy { get; init; }
}
