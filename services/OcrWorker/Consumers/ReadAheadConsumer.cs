using Microsoft.Extensions.Options;
using Ocr.Contracts;
using Ocr.OcrWorker.Inference;
using Ocr.OcrWorker.Reading;
using Ocr.OcrWorker.Telemetry;
using Ocr.Recognition;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.OcrWorker.Consumers;

/// <summary>
/// Reads uploads before a batch requests them. Errors of an image are not logged here: its batch runs into the same error and reports it.
/// When reading ahead is disabled, the consumer still acknowledges its messages, so that the queue does not grow.
/// </summary>
internal sealed class ReadAheadConsumer(
    RecognitionService source, InferencePool pool, WorkerMetrics metrics, IOptions<OcrWorkerOptions> options) : IHandler<ReceiptUploaded>
{
    /// <inheritdoc/>
    public async Task HandleAsync(Delivery<ReceiptUploaded> delivery)
    {
        if (!options.Value.ReadAhead || pool.IsClosed)
        {
            return;
        }

        try
        {
            var words = await source.GetAsync(
                delivery.Message.Receipt, ProfileNames.UltraRapido, WorkPriority.ReadAhead, delivery.CancellationToken);
            metrics.ReadAhead(words.CacheHit ? "cache_hit" : "fresh");
        }
        catch (ImageErrorException error)
        {
            metrics.ReadAhead(ImageErrorMessages.ReasonCode(error.Error));
        }
        catch (ImageMissingException)
        {
            metrics.ReadAhead(FailureReasons.ImageMissing);
        }
        catch (ReadingTimeoutException)
        {
            metrics.ReadAhead(FailureReasons.ReadingTimeout);
        }
        catch (ReadingFailedException)
        {
            metrics.ReadAhead(FailureReasons.ReadingFailed);
        }
        catch (OperationCanceledException) when (pool.IsClosed)
        {
            // The process stops; the batch reads the receipt.
        }
    }
}
