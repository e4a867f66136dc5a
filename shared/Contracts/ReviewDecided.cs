namespace Ocr.Contracts;

/// <summary>Event of Results: a person decided on a receipt.</summary>
public sealed record ReviewDecided
{
    /// <summary>Tenant that owns the receipt.</summary>
    public required string Tenant { get; init; }

    /// <summary>The receipt.</summary>
    public required Guid ReceiptId { get; init; }

    /// <summary>Batch of its current reading.</summary>
    public required string RequestId { get; init; }

    /// <summary><c>aceptado</c>, <c>rechazado</c>, or <c>pendiente</c> when a decision was withdrawn.</summary>
    public required string Decision { get; init; }

    /// <summary>Person who decided: the name of a key, <c>admin</c>, or an address while keys are not required.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
