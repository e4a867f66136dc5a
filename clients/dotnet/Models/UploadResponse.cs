using System.Text.Json.Serialization;

namespace Ocr.Client;

/// <summary>Receipts that were stored.</summary>
/// <param name="UploadId">Id that selects these receipts for a batch.</param>
/// <param name="Files">The stored receipts.</param>
/// <param name="Rejected">The receipts that a partial upload left out.</param>
public sealed record UploadResponse(
    [property: JsonPropertyName("upload_id")] string UploadId,
    [property: JsonPropertyName("files_processed")] IReadOnlyList<UploadedFile> Files,
    [property: JsonPropertyName("files_rejected")] IReadOnlyList<RejectedFile>? Rejected);

/// <summary>A stored receipt.</summary>
public sealed record UploadedFile(
    [property: JsonPropertyName("original_name")] string OriginalName,
    [property: JsonPropertyName("stored_name")] string StoredName,
    [property: JsonPropertyName("receipt_id")] string ReceiptId,
    [property: JsonPropertyName("size_bytes")] long SizeBytes,
    [property: JsonPropertyName("validation")] FileValidation Validation);

/// <summary>A receipt that was left out.</summary>
/// <param name="Index">Its position in the upload, from 0.</param>
/// <param name="OriginalName">The name of its file.</param>
/// <param name="Validation">Its errors.</param>
public sealed record RejectedFile(
    [property: JsonPropertyName("index")] int Index,
    [property: JsonPropertyName("original_name")] string OriginalName,
    [property: JsonPropertyName("validation")] FileValidation Validation);

/// <summary>Result of the checks of a file, in Spanish.</summary>
public sealed record FileValidation(
    [property: JsonPropertyName("valid")] bool Valid,
    [property: JsonPropertyName("errors")] IReadOnlyList<string> Errors,
    [property: JsonPropertyName("warnings")] IReadOnlyList<string> Warnings);
