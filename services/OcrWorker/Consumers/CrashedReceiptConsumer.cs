using Ocr.Contracts;
using Ocr.OcrWorker.Heartbeats;
using Ocr.OcrWorker.Telemetry;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.OcrWorker.Consumers;

/// <summary>Publishes the error result of a receipt that crashed every worker, without reading its image.</summary>
internal sealed class CrashedReceiptConsumer(
    WorkerStatistics statistics, WorkerMetrics metrics, TimeProvider time, ILogger<CrashedReceiptConsumer> logger) : IHandler<RecognizeReceipt>
{
    private const string Message = "La imagen no se pudo procesar: vuelva a tomar la captura y súbala de nuevo.";

    /// <inheritdoc/>
    public async Task HandleAsync(Delivery<RecognizeReceipt> delivery)
    {
        var command = delivery.Message;
        Log.WorkersCrashed(logger, command.Receipt.ReceiptId);
        await delivery.PublishAsync(
            new RecognitionFailed
            {
                Batch = command.Batch,
                Receipt = command.Receipt,
                ReasonCode = FailureReasons.WorkerCrashed,
                Message = Message,
                FailedAt = time.GetUtcNow(),
            });
        statistics.Completed(succeeded: false, cacheHit: false);
        metrics.Recognized(FailureReasons.WorkerCrashed, command.Batch.Profile);
    }
}
