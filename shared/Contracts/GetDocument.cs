namespace Ocr.Contracts;

/// <summary>Request of Ingest to Results: the individual JSON of a receipt. The response is <see cref="StoredDocument"/>.</summary>
public sealed record GetDocument
{
    /// <summary>The batch.</summary>
    public required string RequestId { get; init; }

    /// <summary>The receipt.</summary>
    public required Guid ReceiptId { get; init; }
}
