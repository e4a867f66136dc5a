using System.Text.Json.Serialization;

namespace Ocr.Ingest.Batches;

/// <summary>Response of <c>GET /api/ocr/status/{request_id}</c>. Once the batch is finished it carries the body of process_batch too.</summary>
public sealed record BatchStatusResponse
{
    /// <summary><c>processing</c>; then <c>completed</c>, or <c>failed</c> when no receipt could be read.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>The batch.</summary>
    [JsonPropertyName("request_id")]
    public required string RequestId { get; init; }

    /// <summary>Receipts in the batch.</summary>
    [JsonPropertyName("files_total")]
    public required int FilesTotal { get; init; }

    /// <summary>Receipts that are final, errors included.</summary>
    [JsonPropertyName("files_done")]
    public required int FilesDone { get; init; }

    /// <summary>Receipts with an error result.</summary>
    [JsonPropertyName("files_with_errors")]
    public required int FilesWithErrors { get; init; }

    /// <summary>When the state was read, UTC.</summary>
    [JsonPropertyName("timestamp")]
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Why the batch makes no progress, Spanish; only while storage fails.</summary>
    [JsonPropertyName("aviso"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Notice { get; init; }

    /// <summary>Why nothing could be read, Spanish; only with <c>failed</c>.</summary>
    [JsonPropertyName("error"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>As in process_batch.</summary>
    [JsonPropertyName("message"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Message { get; init; }

    /// <summary>As in process_batch.</summary>
    [JsonPropertyName("processing_summary"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProcessingSummary? Summary { get; init; }

    /// <summary>As in process_batch.</summary>
    [JsonPropertyName("results"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProcessedReceipt>? Results { get; init; }

    /// <summary>As in process_batch.</summary>
    [JsonPropertyName("files_processed"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FilesProcessed { get; init; }

    /// <summary>As in process_batch.</summary>
    [JsonPropertyName("batch_id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BatchId { get; init; }
}
