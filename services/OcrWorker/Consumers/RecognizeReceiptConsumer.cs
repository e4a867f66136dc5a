using MassTransit;
using Ocr.Contracts;
using Ocr.OcrWorker.Inference;
using Ocr.OcrWorker.Reading;
using Ocr.OcrWorker.Telemetry;
using Ocr.Recognition;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.OcrWorker.Consumers;

/// <summary>
/// Answers every command with <see cref="TextRecognized"/> or, for an image that will never be readable, with
/// <see cref="RecognitionFailed"/>. Everything else is thrown, retried, and in the end left to the receipt's lease.
/// </summary>
internal sealed class RecognizeReceiptConsumer(
    WordSource source, IReceiptReader reader, WorkerStatistics statistics, WorkerMetrics metrics, StageClock stages, TimeProvider time,
    ILogger<RecognizeReceiptConsumer> logger) : IConsumer<RecognizeReceipt>
{
    private const string ImageMissing = "La imagen ya no está almacenada: vuelva a subir el recibo.";

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<RecognizeReceipt> context)
    {
        var command = context.Message;
        using var work = stages.Work(StageClock.Recognize, context.SentTime);
        try
        {
            var words = await source.GetAsync(
                command.Receipt, command.Batch.Profile, WorkPriority.Batch, context.CancellationToken);
            await SucceedAsync(context, words);
        }
        catch (ImageFaultException fault)
        {
            Log.ImageUnreadable(logger, command.Receipt.ReceiptId, fault.Fault, fault.Message);
            await FailAsync(context, ImageFaultMessages.ReasonCode(fault.Fault), ImageFaultMessages.Message(fault.Fault));
        }
        catch (ImageMissingException) when (context.GetRetryAttempt() >= FaultPolicy.RetryLimit)
        {
            Log.ImageMissing(logger, command.Receipt.ReceiptId);
            await FailAsync(context, FailureReasons.ImageMissing, ImageMissing);
        }
    }

    private async Task SucceedAsync(ConsumeContext<RecognizeReceipt> context, ReceiptWords words)
    {
        var (entry, cacheHit, seconds) = words;
        await context.Publish(
            new TextRecognized
            {
                Batch = context.Message.Batch,
                Receipt = context.Message.Receipt,
                Text = new RecognizedText
                {
                    ImageWidth = entry.ImageWidth,
                    ImageHeight = entry.ImageHeight,
                    Words = entry.Words,
                    Model = reader.Model,
                    CacheHit = cacheHit,
                    ProcessingSeconds = seconds,
                    CompletedAt = time.GetUtcNow(),
                },
            },
            context.CancellationToken);
        statistics.Answered(succeeded: true, cacheHit);
        metrics.Recognized(cacheHit ? "cache_hit" : "fresh", context.Message.Batch.Profile);
    }

    private async Task FailAsync(ConsumeContext<RecognizeReceipt> context, string reasonCode, string message)
    {
        await context.Publish(
            new RecognitionFailed
            {
                Batch = context.Message.Batch,
                Receipt = context.Message.Receipt,
                ReasonCode = reasonCode,
                Message = message,
                FailedAt = time.GetUtcNow(),
            },
            context.CancellationToken);
        statistics.Answered(succeeded: false, cacheHit: false);
        metrics.Recognized(reasonCode, context.Message.Batch.Profile);
    }
}
