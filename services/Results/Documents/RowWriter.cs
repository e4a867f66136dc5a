using System.Text.Json;
using Ocr.Results.Data;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Documents;

/// <summary>Makes the row of a receipt: first what it is compared by, and its documents once it is known what it repeats.</summary>
internal static class RowWriter
{
    /// <summary>The row without documents.</summary>
    /// <param name="reading">What became of the receipt.</param>
    /// <param name="storedAt">When it is stored.</param>
    /// <param name="traceparent">Trace context in which it came.</param>
    public static ResultRow Write(Reading reading, DateTimeOffset storedAt, string? traceparent = null) => new()
    {
        RequestId = reading.Batch.RequestId,
        Tenant = reading.Batch.Tenant,
        ReceiptId = reading.Receipt.ReceiptId,
        Position = reading.Batch.Position,
        ResultFile = reading.ResultFile,
        StoredName = reading.Receipt.StoredName,
        Sha256 = reading.Receipt.Sha256,
        Succeeded = reading.Error is null,
        ReasonCode = reading.Error?.Code,
        Message = reading.Error?.Message,
        CacheHit = reading.Text?.CacheHit ?? false,
        ProcessingSeconds = reading.Text?.ProcessingSeconds ?? 0,
        WordCount = reading.Words.Count,
        ConfidenceAverage = reading.ConfidenceAverage,
        TextLength = reading.OriginalText.Length,
        IsReceipt = reading.Extraction?.IsReceipt ?? false,
        FoundFields = FieldBits.Of(key => reading.Value(key).Length > 0),
        ValidFields = FieldBits.Of(key => reading.Value(key).Length > 0 && reading.Field(key).Valid),
        StoredAt = storedAt,
        Traceparent = traceparent,
        Decision = JsonSerializer.Serialize(CombinedDecision.Of(reading), OcrJson.Options),
        Document = "",
        DocumentBytes = 0,
        Consolidated = "",
        Listing = "",
    };

    /// <summary>Writes the review of a receipt into the documents of one of its results.</summary>
    /// <param name="row">The result.</param>
    /// <param name="receipt">The receipt.</param>
    public static void WriteReview(ResultRow row, ReceiptRow receipt)
    {
        (row.Document, row.DocumentBytes) = DocumentWriter.Reviewed(row.Document, receipt);
        row.Consolidated = EntryWriter.Reviewed(row.Consolidated, receipt);
        row.Listing = EntryWriter.Resized(row.Listing, row.DocumentBytes);
    }

    /// <summary>Writes the documents of a row.</summary>
    /// <param name="row">From <see cref="Write"/>.</param>
    /// <param name="reading">What it was made of.</param>
    /// <param name="marks">What it repeats.</param>
    /// <param name="receipt">Its review.</param>
    public static void WriteDocuments(ResultRow row, Reading reading, Marks marks, ReceiptRow? receipt = null)
    {
        (row.Document, row.DocumentBytes) = DocumentWriter.Write(reading, row.StoredAt, marks, receipt);
        row.Consolidated = EntryWriter.Consolidated(reading, marks, receipt);
        row.Listing = EntryWriter.Listing(reading, row.StoredAt, row.DocumentBytes, marks);
    }
}
