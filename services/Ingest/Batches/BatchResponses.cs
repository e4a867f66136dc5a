using System.Globalization;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults;

namespace Ocr.Ingest.Batches;

/// <summary>Maps batch rows to API responses.</summary>
internal static class BatchResponses
{
    /// <summary>The response when nothing was pending.</summary>
    public static ProcessBatchResponse Empty(DateTimeOffset now) => new(
        "success", "No hay archivos pendientes", "", now, new ProcessingSummary(0, 0, 0, Seconds(0), Seconds(0)), [], 0, "");

    /// <summary>The response of process_batch: <c>success</c> once finished, <c>processing</c> before.</summary>
    public static ProcessBatchResponse Of(BatchProgress progress, DateTimeOffset now)
    {
        var summary = Summary(progress, now);
        return new ProcessBatchResponse(
            progress.IsFinished ? "success" : "processing",
            Message(progress),
            progress.Batch.RequestId,
            now,
            summary,
            [.. progress.Final.Select(Entry)],
            summary.FilesProcessed,
            progress.Batch.RequestId);
    }

    /// <summary>The response of a status poll.</summary>
    public static BatchStatusResponse Status(BatchProgress progress, DateTimeOffset now)
    {
        var status = new BatchStatusResponse
        {
            Status = "processing",
            RequestId = progress.Batch.RequestId,
            FilesTotal = progress.Batch.Size,
            FilesDone = progress.Final.Count,
            FilesWithErrors = progress.Failed,
            Timestamp = now,
        };
        if (!progress.IsFinished)
        {
            return status;
        }

        var body = Of(progress, now);
        var failed = progress.Failed == progress.Batch.Size;
        return status with
        {
            Status = failed ? "failed" : "completed",
            Error = failed ? progress.Final[0].Outcome.Message : null,
            Message = body.Message,
            Summary = body.Summary,
            Results = body.Results,
            FilesProcessed = body.FilesProcessed,
            BatchId = body.BatchId,
        };
    }

    private static string Message(BatchProgress progress) =>
        !progress.IsFinished ? "Lote en proceso"
        : progress.Failed == 0 ? "Lote procesado exitosamente"
        : "Lote procesado con errores";

    private static ProcessingSummary Summary(BatchProgress progress, DateTimeOffset now)
    {
        var end = progress.IsFinished ? progress.Final.Max(row => row.Outcome.StoredAt) ?? now : now;
        var seconds = Math.Max(0, (end - progress.Batch.OpenedAt).TotalSeconds);
        var done = progress.Final.Count;
        return new ProcessingSummary(
            progress.Batch.Size, done - progress.Failed, progress.Failed, Seconds(seconds), Seconds(done == 0 ? 0 : seconds / done));
    }

    private static ProcessedReceipt Entry(ReceiptRow row)
    {
        var succeeded = row.State == ReceiptState.Processed;
        return new ProcessedReceipt
        {
            FileName = row.StoredName,
            ReceiptId = ReceiptIds.Of(row.ReceiptId),
            Status = succeeded ? "success" : "error",
            Method = !succeeded ? "" : row.Outcome.CacheHit ? "ONNX_TR_CACHE_HIT" : "ONNX_TR_FRESH",
            ProcessingSeconds = Math.Round(row.Outcome.ProcessingSeconds, 3),
            WordCount = row.Outcome.WordCount,
            Confidence = Math.Round(row.Outcome.ConfidenceAverage, 4),
            TextLength = row.Outcome.TextLength,
            CacheHit = row.Outcome.CacheHit,
            ResultFile = row.Outcome.ResultFile ?? "",
            ErrorCode = row.Outcome.ReasonCode,
            ErrorMessage = row.Outcome.Message,
        };
    }

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00}s");
}
