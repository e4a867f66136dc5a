using System.Text.Json.Serialization;

namespace Ocr.Client;

/// <summary>A page of the receipts that wait for a batch, oldest first.</summary>
public sealed record PendingPage(
    [property: JsonPropertyName("files_pending")] int Total,
    [property: JsonPropertyName("files")] IReadOnlyList<PendingFile> Files,
    [property: JsonPropertyName("offset")] int Offset,
    [property: JsonPropertyName("has_more")] bool HasMore);

/// <summary>A receipt that waits for a batch.</summary>
public sealed record PendingFile(
    [property: JsonPropertyName("filename")] string FileName,
    [property: JsonPropertyName("receipt_id")] string? ReceiptId,
    [property: JsonPropertyName("size_bytes")] long SizeBytes,
    [property: JsonPropertyName("uploaded_at")] DateTimeOffset UploadedAt);

/// <summary>A page of the stored results, the latest first.</summary>
public sealed record ProcessedPage(
    [property: JsonPropertyName("files_processed")] int Total,
    [property: JsonPropertyName("files")] IReadOnlyList<ProcessedFile> Files,
    [property: JsonPropertyName("offset")] int Offset,
    [property: JsonPropertyName("has_more")] bool HasMore);

/// <summary>A stored result.</summary>
public sealed record ProcessedFile(
    [property: JsonPropertyName("filename")] string ResultFile,
    [property: JsonPropertyName("original_filename")] string FileName,
    [property: JsonPropertyName("receipt_id")] string? ReceiptId,
    [property: JsonPropertyName("processed_at")] DateTimeOffset ProcessedAt,
    [property: JsonPropertyName("decision")] Decision? Decision,
    [property: JsonPropertyName("duplicado_de")] DuplicateMark? DuplicateOf,
    [property: JsonPropertyName("posible_duplicado")] DuplicateMark? PossibleDuplicate);
