namespace Ocr.Contracts;

/// <summary>Event of Ingest: a receipt was accepted. A worker may read it ahead of its batch; nothing depends on it.</summary>
public sealed record ReceiptUploaded
{
    /// <summary>The accepted receipt.</summary>
    public required ReceiptInfo Receipt { get; init; }
}
