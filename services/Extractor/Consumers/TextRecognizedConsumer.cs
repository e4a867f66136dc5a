using Ocr.Contracts;
using Ocr.Extractor.Live;
using Ocr.Extractor.Telemetry;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Extractor.Consumers;

/// <summary>Extracts the fields from the words of a receipt and publishes them. Pure, so that a redelivered message has the same result.</summary>
internal sealed class TextRecognizedConsumer(LiveRules rules, ExtractorMetrics metrics, StageClock stages) : IHandler<TextRecognized>
{
    /// <inheritdoc/>
    public async Task HandleAsync(Delivery<TextRecognized> delivery)
    {
        using var work = stages.Work(StageClock.Extract, delivery.SentTime);
        var message = delivery.Message;
        await delivery.PublishAsync(
            new FieldsExtracted
            {
                Batch = message.Batch,
                Receipt = message.Receipt,
                Text = message.Text,
                Extraction = Extract(message),
            });
    }

    private ExtractedReceipt Extract(TextRecognized message)
    {
        using var span = Spans.Start(Spans.Extract);
        span?.SetTag(Spans.ReceiptTag, message.Receipt.ReceiptId);
        var arrived = DateOnly.FromDateTime(message.Receipt.UploadedAt.UtcDateTime);
        var receipt = rules.Cache.Extract(message.Text.Words, message.Text.ImageWidth, message.Text.ImageHeight, arrived);
        metrics.Extracted(receipt);
        return receipt;
    }
}
