using Ocr.Contracts;
using Ocr.Persistence;
using Ocr.Results.Claims;

namespace Ocr.Results.Data;

/// <summary>The one stored result of a receipt in a batch. Responses of endpoints are written once, as JSON, and served unchanged.</summary>
public sealed class ResultRow : ITenantOwned
{
    /// <summary>Order of storing.</summary>
    public long Id { get; set; }

    /// <summary>Tenant that owns it.</summary>
    public string Tenant { get; set; } = Tenants.Default;

    /// <summary>Batch.</summary>
    public required string RequestId { get; set; }

    /// <summary>Receipt; unique within its batch.</summary>
    public required Guid ReceiptId { get; set; }

    /// <summary>Place in order of arrival, from 1.</summary>
    public required int Position { get; set; }

    /// <summary><c>{request_id}_{stored name}.json</c>, unique.</summary>
    public required string ResultFile { get; set; }

    /// <summary>Stored name of the receipt.</summary>
    public required string StoredName { get; set; }

    /// <summary>SHA-256 of the image, hexadecimal.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Whether it was read.</summary>
    public required bool Succeeded { get; set; }

    /// <summary>Code of the error.</summary>
    public string? ReasonCode { get; set; }

    /// <summary>Sentence of the error, Spanish.</summary>
    public string? Message { get; set; }

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

    /// <summary>Whether the image shows a receipt.</summary>
    public bool IsReceipt { get; set; }

    /// <summary>Fields with a value: bits of <see cref="FieldBits"/>.</summary>
    public int FoundFields { get; set; }

    /// <summary>Fields with a valid value, as <see cref="FoundFields"/>.</summary>
    public int ValidFields { get; set; }

    /// <summary>Match with an earlier receipt.</summary>
    public DuplicateKind Duplicate { get; set; }

    /// <summary>That earlier receipt.</summary>
    public Guid? DuplicateOf { get; set; }

    /// <summary>When it was stored, UTC.</summary>
    public required DateTimeOffset StoredAt { get; set; }

    /// <summary>Trace context in which it was stored (W3C), which its event continues; <see langword="null"/> without one.</summary>
    public string? Traceparent { get; set; }

    /// <summary>Whether the broker confirmed <see cref="ReceiptProcessed"/>.</summary>
    public bool Published { get; set; }

    /// <summary>
    /// The extractor's decision (<see cref="ReceiptDecision"/>, JSON), which is combined with every new mark; <see langword="null"/> for a
    /// result of a release without decisions.
    /// </summary>
    public string? Decision { get; set; }

    /// <summary>The individual JSON (§2.1).</summary>
    public required string Document { get; set; }

    /// <summary>Size of <see cref="Document"/> in UTF-8, bytes.</summary>
    public required int DocumentBytes { get; set; }

    /// <summary>The entry in the consolidated JSON (§1.3).</summary>
    public required string Consolidated { get; set; }

    /// <summary>The entry in the list of processed files (§1.2).</summary>
    public required string Listing { get; set; }

    /// <summary>The event of this result.</summary>
    /// <param name="batchSize">Number of receipts in the batch; <see langword="null"/> when it is not known.</param>
    public ReceiptProcessed ToEvent(int? batchSize) => new()
    {
        RequestId = RequestId,
        ReceiptId = ReceiptId,
        Succeeded = Succeeded,
        ReasonCode = ReasonCode,
        Message = Message,
        ResultFile = ResultFile,
        CacheHit = CacheHit,
        ProcessingSeconds = ProcessingSeconds,
        WordCount = WordCount,
        ConfidenceAverage = ConfidenceAverage,
        TextLength = TextLength,
        StoredAt = StoredAt,
        Summary = ReceiptSummaries.Of(this, batchSize),
    };
}
