namespace Ocr.Contracts;

/// <summary>Event of Results: a person decided on a receipt. Can be published more than once; receipt, batch and time identify the decision.</summary>
public sealed record ReviewDecided
{
    /// <summary>Tenant that owns the receipt.</summary>
    public required string Tenant { get; init; }

    /// <summary>The receipt.</summary>
    public required Guid ReceiptId { get; init; }

    /// <summary>Its batch.</summary>
    public required string RequestId { get; init; }

    /// <summary>The decision, in the form of the individual JSON.</summary>
    public required string Decision { get; init; }

    /// <summary>The person or key that decided.</summary>
    public required string By { get; init; }

    /// <summary>Time of the decision, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Stored name of the receipt; <see langword="null"/> when the sender did not include it.</summary>
    public string? StoredName { get; init; }

    /// <summary>Reason that the person gave; <see langword="null"/> for none.</summary>
    public string? Reason { get; init; }
}
