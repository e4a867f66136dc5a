using MassTransit;
using Ocr.Contracts;
using Ocr.Extractor.Live;
using Ocr.Extractor.Telemetry;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Extractor.Consumers;

/// <summary>Answers the words of a receipt with its fields. Pure, so a repeated message gives the same answer.</summary>
internal sealed class TextRecognizedConsumer(LiveRules rules, ExtractorMetrics metrics, StageClock stages) : IConsumer<TextRecognized>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<TextRecognized> context)
    {
        using var work = stages.Work(StageClock.Extract, context.SentTime);
        var message = context.Message;
        await context.Publish(
            new FieldsExtracted
            {
                Batch = message.Batch,
                Receipt = message.Receipt,
                Text = message.Text,
                Extraction = Extract(message),
            },
            context.CancellationToken);
    }

    private ExtractedReceipt Extract(TextRecognized message)
    {
        using var span = Spans.Start(Spans.Extract);
        span?.SetTag(Spans.ReceiptTag, message.Receipt.ReceiptId);
        var arrived = DateOnly.FromDateTime(message.Receipt.UploadedAt.UtcDateTime);
        var receipt = rules.Current.Extract(message.Text.Words, message.Text.ImageWidth, message.Text.ImageHeight, arrived);
        metrics.Extracted(receipt);
        return receipt;
    }
}
