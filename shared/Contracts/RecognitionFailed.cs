namespace Ocr.Contracts;

/// <summary>Event: the receipt can never be read, and gets an error result.</summary>
public sealed record RecognitionFailed
{
    /// <summary>The batch of the reading.</summary>
    public required BatchInfo Batch { get; init; }

    /// <summary>The receipt.</summary>
    public required ReceiptInfo Receipt { get; init; }

    /// <summary>Stable code, <see cref="FailureReasons"/>.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>Sentence for the operator, Spanish.</summary>
    public required string Message { get; init; }

    /// <summary>When the receipt failed, UTC.</summary>
    public required DateTimeOffset FailedAt { get; init; }
}
