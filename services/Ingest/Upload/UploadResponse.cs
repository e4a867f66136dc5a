using System.Text.Json.Serialization;

namespace Ocr.Ingest.Upload;

/// <summary>Response of <c>POST /api/upload</c> (§1.2). <c>process_batch</c> takes its <c>upload_id</c>.</summary>
public sealed record UploadResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("files_uploaded")] int FilesUploaded,
    [property: JsonPropertyName("timestamp")] DateTimeOffset Timestamp,
    [property: JsonPropertyName("files_processed")] IReadOnlyList<UploadedEntry> FilesProcessed,
    [property: JsonPropertyName("upload_id")] Guid UploadId)
{
    /// <summary>Files that a partial upload left out; absent without <c>partial=true</c>.</summary>
    [JsonPropertyName("files_rejected"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RejectedEntry>? FilesRejected { get; init; }
}

/// <summary>One file that was left out.</summary>
/// <param name="Index">Its index among the files of the form, from 0; the suffix of its fields.</param>
/// <param name="OriginalName">The client's name.</param>
/// <param name="Validation">Its errors.</param>
public sealed record RejectedEntry(
    [property: JsonPropertyName("index")] int Index,
    [property: JsonPropertyName("original_name")] string OriginalName,
    [property: JsonPropertyName("validation")] UploadValidation Validation);

/// <summary>One accepted file.</summary>
public sealed record UploadedEntry(
    [property: JsonPropertyName("original_name")] string OriginalName,
    [property: JsonPropertyName("stored_name")] string StoredName,
    [property: JsonPropertyName("receipt_id")] string ReceiptId,
    [property: JsonPropertyName("size_bytes")] long SizeBytes,
    [property: JsonPropertyName("metadata")] UploadedMetadata Metadata,
    [property: JsonPropertyName("validation")] UploadValidation Validation);

/// <summary>The five metadata fields and the stored extension.</summary>
public sealed record UploadedMetadata(
    [property: JsonPropertyName("numerosorteo")] string DrawNumber,
    [property: JsonPropertyName("fechasorteo")] string DrawDate,
    [property: JsonPropertyName("idWhatsapp")] string WhatsappId,
    [property: JsonPropertyName("nombre")] string SenderName,
    [property: JsonPropertyName("horamin")] string SentAt,
    [property: JsonPropertyName("extension")] string Extension);

/// <summary>Validation of a file: errors and warnings, Spanish.</summary>
public sealed record UploadValidation(
    [property: JsonPropertyName("valid")] bool Valid,
    [property: JsonPropertyName("errors")] IReadOnlyList<string> Errors,
    [property: JsonPropertyName("warnings")] IReadOnlyList<string> Warnings);
