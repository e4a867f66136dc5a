using Ocr.Contracts;

namespace Ocr.Ingest.Data;

/// <summary>Content of <see cref="ReceiptProcessed"/> about a receipt.</summary>
public sealed class ReceiptOutcome
{
    /// <summary>When the result was stored, UTC.</summary>
    public DateTimeOffset? StoredAt { get; set; }

    /// <summary>Code of the error.</summary>
    public string? ReasonCode { get; set; }

    /// <summary>Sentence of the error, Spanish.</summary>
    public string? Message { get; set; }

    /// <summary>Name of the stored result.</summary>
    public string? ResultFile { get; set; }

    /// <summary>Whether the words came from the cache.</summary>
    public bool CacheHit { get; set; }

    /// <summary>Seconds of recognition.</summary>
    public double ProcessingSeconds { get; set; }

    /// <summary>Number of words.</summary>
    public int WordCount { get; set; }

    /// <summary>Mean confidence, 0–1.</summary>
    public double ConfidenceAverage { get; set; }

    /// <summary>Length of the text, characters.</summary>
    public int TextLength { get; set; }
}
