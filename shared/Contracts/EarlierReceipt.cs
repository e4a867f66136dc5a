namespace Ocr.Contracts;

/// <summary>An earlier receipt with the same image or payment.</summary>
public sealed record EarlierReceipt
{
    /// <summary>Stored name.</summary>
    public required string StoredName { get; init; }

    /// <summary>Its batch.</summary>
    public required string RequestId { get; init; }

    /// <summary>Stable code of what the two have in common (<c>MISMA_IMAGEN</c>, …).</summary>
    public required string Code { get; init; }

    /// <summary>The same as a sentence, Spanish.</summary>
    public required string Text { get; init; }
}
