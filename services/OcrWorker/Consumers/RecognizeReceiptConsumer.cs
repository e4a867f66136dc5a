using Ocr.Contracts;
using Ocr.OcrWorker.Heartbeats;
using Ocr.OcrWorker.Inference;
using Ocr.OcrWorker.Reading;
using Ocr.OcrWorker.Telemetry;
using Ocr.Recognition;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.OcrWorker.Consumers;

/// <summary>
/// Publishes <see cref="TextRecognized"/> for every command or, for an image that can never be read, <see cref="RecognitionFailed"/>. Other
/// errors are thrown and retried; in the end the receipt's lease expires.
/// </summary>
internal sealed class RecognizeReceiptConsumer(
    RecognitionService source, IReceiptReader reader, InferencePool pool, ReadingProbe probe, WorkerStatistics statistics, WorkerMetrics metrics,
    StageClock stages, TimeProvider time,
    ILogger<RecognizeReceiptConsumer> logger) : IHandler<RecognizeReceipt>
{
    private const string ImageMissing = "La imagen ya no está almacenada: vuelva a subir el recibo.";
    private const string ReadingTimeout = "La lectura de la imagen excede el tiempo límite: envíe una captura más pequeña.";
    private const string ReadingFailed = "La imagen no se pudo leer, aunque otras se leen: vuelva a tomar la captura y súbala de nuevo.";

    /// <inheritdoc/>
    public async Task HandleAsync(Delivery<RecognizeReceipt> delivery)
    {
        if (pool.IsClosed)
        {
            await delivery.GiveBackAsync();
            return;
        }

        using var hand = statistics.Take(delivery.Message.Receipt.ReceiptId);
        using var work = stages.Work(StageClock.Recognize, delivery.SentTime);
        try
        {
            await ReadAsync(delivery);
        }
        catch (OperationCanceledException) when (pool.IsClosed)
        {
            await delivery.GiveBackAsync();
        }
    }

    private async Task ReadAsync(Delivery<RecognizeReceipt> delivery)
    {
        var command = delivery.Message;
        try
        {
            var words = await source.GetAsync(
                command.Receipt, command.Batch.Profile, WorkPriority.Batch, delivery.CancellationToken);
            await SucceedAsync(delivery, words);
        }
        catch (ImageErrorException error)
        {
            Log.ImageUnreadable(logger, command.Receipt.ReceiptId, error.Error, error.Message);
            await FailAsync(delivery, ImageErrorMessages.ReasonCode(error.Error), ImageErrorMessages.Message(error.Error));
        }
        catch (ImageMissingException) when (delivery.RetryAttempt >= MessageRetryPolicy.RetryLimit)
        {
            Log.ImageMissing(logger, command.Receipt.ReceiptId);
            await FailAsync(delivery, FailureReasons.ImageMissing, ImageMissing);
        }
        catch (ReadingTimeoutException)
        {
            Log.ReadingTimedOut(logger, command.Receipt.ReceiptId);
            await FailAsync(delivery, FailureReasons.ReadingTimeout, ReadingTimeout);
        }
        catch (ReadingFailedException) when (delivery.RetryAttempt >= MessageRetryPolicy.RetryLimit)
        {
            await HandleFailureAsync(delivery);
        }
    }

    // The image is the cause only when this worker can read another one.
    private async Task HandleFailureAsync(Delivery<RecognizeReceipt> delivery)
    {
        if (!await probe.CanReadAsync())
        {
            Log.ReadingBroken(logger);
            throw new PermanentErrorException("This worker cannot read.");
        }

        await FailAsync(delivery, FailureReasons.ReadingFailed, ReadingFailed);
    }

    private async Task SucceedAsync(Delivery<RecognizeReceipt> delivery, ReceiptWords words)
    {
        var (entry, cacheHit, seconds) = words;
        await delivery.PublishAsync(
            new TextRecognized
            {
                Batch = delivery.Message.Batch,
                Receipt = delivery.Message.Receipt,
                Text = new RecognizedText
                {
                    ImageWidth = entry.ImageWidth,
                    ImageHeight = entry.ImageHeight,
                    PageToImage = entry.PageToImage,
                    Words = entry.Words,
                    Model = reader.Model,
                    CacheHit = cacheHit,
                    ProcessingSeconds = seconds,
                    CompletedAt = time.GetUtcNow(),
                },
            });
        statistics.Completed(succeeded: true, cacheHit);
        metrics.Recognized(cacheHit ? "cache_hit" : "fresh", delivery.Message.Batch.Profile);
    }

    private async Task FailAsync(Delivery<RecognizeReceipt> delivery, string reasonCode, string message)
    {
        await delivery.PublishAsync(
            new RecognitionFailed
            {
                Batch = delivery.Message.Batch,
                Receipt = delivery.Message.Receipt,
                ReasonCode = reasonCode,
                Message = message,
                FailedAt = time.GetUtcNow(),
            });
        statistics.Completed(succeeded: false, cacheHit: false);
        metrics.Recognized(reasonCode, delivery.Message.Batch.Profile);
    }
}
