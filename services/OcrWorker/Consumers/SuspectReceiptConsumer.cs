using MassTransit;
using Ocr.Contracts;

namespace Ocr.OcrWorker.Consumers;

/// <summary>Reads a suspect like any other receipt; only the queue is another (<see cref="CrashQueues"/>).</summary>
internal sealed class SuspectReceiptConsumer(RecognizeReceiptConsumer consumer) : IConsumer<RecognizeReceipt>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<RecognizeReceipt> context) => consumer.Consume(context);
}
