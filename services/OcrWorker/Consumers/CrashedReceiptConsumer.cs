using MassTransit;
using Ocr.Contracts;
using Ocr.OcrWorker.Telemetry;

namespace Ocr.OcrWorker.Consumers;

/// <summary>Gives a receipt that ended every worker that read it its error result, without touching its image.</summary>
internal sealed class CrashedReceiptConsumer(
    WorkerStatistics statistics, WorkerMetrics metrics, TimeProvider time, ILogger<CrashedReceiptConsumer> logger) : IConsumer<RecognizeReceipt>
{
    private const string Message = "La imagen no se pudo procesar: vuelva a tomar la captura y súbala de nuevo.";

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<RecognizeReceipt> context)
    {
        var command = context.Message;
        Log.WorkersCrashed(logger, command.Receipt.ReceiptId);
        await context.Publish(
            new RecognitionFailed
            {
                Batch = command.Batch,
                Receipt = command.Receipt,
                ReasonCode = FailureReasons.WorkerCrashed,
                Message = Message,
                FailedAt = time.GetUtcNow(),
            },
            context.CancellationToken);
        statistics.Answered(succeeded: false, cacheHit: false);
        metrics.Recognized(FailureReasons.WorkerCrashed, command.Batch.Profile);
    }
}
