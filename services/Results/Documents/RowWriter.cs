using Ocr.Results.Data;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Results.Documents;

/// <summary>Makes the row of a receipt, with all its documents.</summary>
internal static class RowWriter
{
    public static ResultRow Write(Reading reading, DateTimeOffset storedAt)
    {
        var (document, bytes) = DocumentWriter.Write(reading, storedAt);
        return new ResultRow
        {
            RequestId = reading.Batch.RequestId,
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
            Traceparent = Spans.Context,
            Document = document,
            DocumentBytes = bytes,
            Consolidated = EntryWriter.Consolidated(reading),
            Listing = EntryWriter.Listing(reading, storedAt, bytes),
        };
    }
}
