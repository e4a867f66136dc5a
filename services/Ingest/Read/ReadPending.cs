using System.Text.Json.Serialization;

namespace Ocr.Ingest.Read;

/// <summary>202 of <c>POST /api/ocr/read</c>: the receipt is stored and its result is not ready. The batch id names it for the poll.</summary>
public sealed record ReadPending(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("receipt_id")] string ReceiptId,
    [property: JsonPropertyName("filename")] string FileName,
    [property: JsonPropertyName("timestamp")] DateTimeOffset Timestamp);
