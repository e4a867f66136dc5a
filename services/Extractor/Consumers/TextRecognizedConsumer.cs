using MassTransit;
using Ocr.Contracts;
using Ocr.Extractor.Live;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Extractor.Consumers;

/// <summary>Answers the words of a receipt with its fields. Pure, so a repeated message gives the same answer.</summary>
internal sealed class TextRecognizedConsumer(LiveRules rules) : IConsumer<TextRecognized>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<TextRecognized> context)
    {
        var message = context.Message;
        return context.Publish(
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
        return rules.Current.Extract(message.Text.Words, message.Text.ImageWidth, message.Text.ImageHeight);
    }
}
