using Ocr.Contracts;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.OcrWorker.Consumers;

/// <summary>Reads a suspect like any other receipt, from a separate queue (<see cref="CrashQueues"/>).</summary>
internal sealed class SuspectReceiptConsumer(RecognizeReceiptConsumer consumer) : IHandler<RecognizeReceipt>
{
    /// <inheritdoc/>
    public Task HandleAsync(Delivery<RecognizeReceipt> delivery) => consumer.HandleAsync(delivery);
}
