using MassTransit;
using Microsoft.Extensions.Options;
using Ocr.Contracts;
using Ocr.OcrWorker.Inference;
using Ocr.OcrWorker.Reading;
using Ocr.OcrWorker.Telemetry;
using Ocr.Recognition;

namespace Ocr.OcrWorker.Consumers;

/// <summary>
/// Reads uploads before their batch is asked for. Nothing depends on it, so no fault of an image is worth a word here: the batch
/// meets the same fault and reports it. Switched off it still takes its messages, else they would pile up in its queue for ever.
/// </summary>
internal sealed class ReadAheadConsumer(
    WordSource source, WorkerMetrics metrics, IOptions<OcrWorkerOptions> options) : IConsumer<ReceiptUploaded>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<ReceiptUploaded> context)
    {
        if (!options.Value.ReadAhead)
        {
            return;
        }

        try
        {
            var words = await source.GetAsync(
                context.Message.Receipt, Profiles.Default, WorkPriority.ReadAhead, context.CancellationToken);
            metrics.ReadAhead(words.CacheHit ? "cache_hit" : "fresh");
        }
        catch (ImageFaultException fault)
        {
            metrics.ReadAhead(ImageFaultMessages.ReasonCode(fault.Fault));
        }
        catch (ImageMissingException)
        {
            metrics.ReadAhead(FailureReasons.ImageMissing);
        }
    }
}
