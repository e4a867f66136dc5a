using System.Text.Json.Serialization;

namespace Ocr.Ingest.Batches;

/// <summary>Response of <c>POST /api/ocr/process_batch</c> (§1.3), with the two keys that its clients read at the top level.</summary>
public sealed record ProcessBatchResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("timestamp")] DateTimeOffset Timestamp,
    [property: JsonPropertyName("processing_summary")] ProcessingSummary Summary,
    [property: JsonPropertyName("results")] IReadOnlyList<ProcessedReceipt> Results,
    [property: JsonPropertyName("files_processed")] int FilesProcessed,
    [property: JsonPropertyName("batch_id")] string BatchId);

/// <summary>Counts and times; <c>files_found</c> is the sum of the other two counts once the batch is finished.</summary>
public sealed record ProcessingSummary(
    [property: JsonPropertyName("files_found")] int FilesFound,
    [property: JsonPropertyName("files_processed")] int FilesProcessed,
    [property: JsonPropertyName("files_with_errors")] int FilesWithErrors,
    [property: JsonPropertyName("total_processing_time")] string TotalProcessingTime,
    [property: JsonPropertyName("average_time_per_file")] string AverageTimePerFile);

/// <summary>One final receipt of a batch.</summary>
public sealed record ProcessedReceipt
{
    /// <summary>Stored name.</summary>
    [JsonPropertyName("filename")]
    public required string FileName { get; init; }

    /// <summary>Opaque id of the receipt, for addresses in place of its name.</summary>
    [JsonPropertyName("receipt_id")]
    public required string ReceiptId { get; init; }

    /// <summary><c>success</c> or <c>error</c>.</summary>
    [JsonPropertyName("processing_status")]
    public required string Status { get; init; }

    /// <summary><c>ONNX_TR_FRESH</c> or <c>ONNX_TR_CACHE_HIT</c>; blank for an error.</summary>
    [JsonPropertyName("method_used")]
    public required string Method { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("processing_time")]
    public required double ProcessingSeconds { get; init; }

    /// <summary>Words with coordinates.</summary>
    [JsonPropertyName("coordinates_available")]
    public required int WordCount { get; init; }

    /// <summary>0–1.</summary>
    [JsonPropertyName("confidence_average")]
    public required double Confidence { get; init; }

    /// <summary>Characters.</summary>
    [JsonPropertyName("text_length")]
    public required int TextLength { get; init; }

    /// <summary>Whether the words came from the cache.</summary>
    [JsonPropertyName("cache_hit")]
    public required bool CacheHit { get; init; }

    /// <summary>Name for <c>/api/ocr/result/{id}</c>.</summary>
    [JsonPropertyName("result_file")]
    public required string ResultFile { get; init; }

    /// <summary>Code of the error; absent on success.</summary>
    [JsonPropertyName("error_code"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorCode { get; init; }

    /// <summary>Sentence of the error, Spanish; absent on success.</summary>
    [JsonPropertyName("error_message"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorMessage { get; init; }
}
