namespace Ocr.Contracts;

/// <summary>Event of Results: the final result of a receipt is stored. Contains the values in the response of process_batch.</summary>
public sealed record ReceiptProcessed
{
    /// <summary>The batch.</summary>
    public required string RequestId { get; init; }

    /// <summary>The receipt.</summary>
    public required Guid ReceiptId { get; init; }

    /// <summary>Whether it was read; false for an error result.</summary>
    public required bool Succeeded { get; init; }

    /// <summary>Code of the error, <see cref="FailureReasons"/>; <see langword="null"/> on success.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Sentence of the error, Spanish; <see langword="null"/> on success.</summary>
    public string? Message { get; init; }

    /// <summary>Name of the stored result, <c>{request_id}_{stored name}.json</c>.</summary>
    public required string ResultFile { get; init; }

    /// <summary>Whether the words came from the cache.</summary>
    public bool CacheHit { get; init; }

    /// <summary>Seconds of recognition.</summary>
    public double ProcessingSeconds { get; init; }

    /// <summary>Number of words with coordinates.</summary>
    public int WordCount { get; init; }

    /// <summary>Mean confidence of the words, 0–1.</summary>
    public double ConfidenceAverage { get; init; }

    /// <summary>Length of the recognised text, characters.</summary>
    public int TextLength { get; init; }

    /// <summary>When the result was stored, UTC.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>Summary of the result; <see langword="null"/> in messages of releases without it.</summary>
    public ReceiptSummary? Summary { get; init; }
}
