using System.Text.Json;
using Ocr.Results.Data;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Documents;

/// <summary>Creates the row of a receipt: first the compared values, and the documents once its duplicates are known.</summary>
internal static class RowWriter
{
    /// <summary>The row without documents.</summary>
    /// <param name="completed">Outcome of the receipt.</param>
    /// <param name="storedAt">When it is stored.</param>
    /// <param name="traceparent">Trace context of its message.</param>
    public static ResultRow Write(CompletedReceipt completed, DateTimeOffset storedAt, string? traceparent = null) => new()
    {
        RequestId = completed.Batch.RequestId,
        Tenant = completed.Batch.Tenant,
        ReceiptId = completed.Receipt.ReceiptId,
        Position = completed.Batch.Position,
        ResultFile = completed.ResultFile,
        StoredName = completed.Receipt.StoredName,
        Sha256 = completed.Receipt.Sha256,
        Succeeded = completed.Error is null,
        ReasonCode = completed.Error?.Code,
        Message = completed.Error?.Message,
        CacheHit = completed.Text?.CacheHit ?? false,
        ProcessingSeconds = completed.Text?.ProcessingSeconds ?? 0,
        WordCount = completed.Words.Count,
        ConfidenceAverage = completed.ConfidenceAverage,
        TextLength = completed.OriginalText.Length,
        IsReceipt = completed.Extraction?.IsReceipt ?? false,
        FoundFields = FieldBits.Of(key => completed.Value(key).Length > 0),
        ValidFields = FieldBits.Of(key => completed.Value(key).Length > 0 && completed.Field(key).Valid),
        StoredAt = storedAt,
        Traceparent = traceparent,
        Decision = JsonSerializer.Serialize(CombinedDecision.Of(completed), OcrJson.Options),
        Document = "",
        DocumentBytes = 0,
        Consolidated = "",
        Listing = "",
    };

    /// <summary>Writes the review of a receipt into the documents of one of its results.</summary>
    /// <param name="row">The result.</param>
    /// <param name="receipt">The receipt.</param>
    public static void WriteReview(ResultRow row, ReceiptIndexRow receipt)
    {
        (row.Document, row.DocumentBytes) = DocumentWriter.Reviewed(row.Document, receipt);
        row.Consolidated = EntryWriter.Reviewed(row.Consolidated, receipt);
        row.Listing = EntryWriter.Resized(row.Listing, row.DocumentBytes);
    }

    /// <summary>Writes the documents of a row.</summary>
    /// <param name="row">From <see cref="Write"/>.</param>
    /// <param name="completed">Source of the row.</param>
    /// <param name="marks">Earlier receipts that it repeats.</param>
    /// <param name="receipt">Its review.</param>
    public static void WriteDocuments(ResultRow row, CompletedReceipt completed, DuplicateMarks marks, ReceiptIndexRow? receipt = null)
    {
        (row.Document, row.DocumentBytes) = DocumentWriter.Write(completed, row.StoredAt, marks, receipt);
        row.Consolidated = EntryWriter.Consolidated(completed, marks, receipt);
        row.Listing = EntryWriter.Listing(completed, row.StoredAt, row.DocumentBytes, marks);
    }
}
