namespace Ocr.Client;

/// <summary>Settings of one upload.</summary>
public sealed record UploadSettings
{
    /// <summary>Stores the valid receipts and reports the others, instead of refusing all of them.</summary>
    public bool Partial { get; init; }

    /// <summary>A repeated upload gets the first response and stores nothing (24 hours). Without it a lost response is not retried.</summary>
    public string? IdempotencyKey { get; init; }
}
