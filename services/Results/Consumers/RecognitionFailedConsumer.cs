using Ocr.Contracts;
using Ocr.Results.Documents;
using Ocr.Results.Storing;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Results.Consumers;

/// <summary>Stores a receipt that can never be read as an error result, and publishes it.</summary>
internal sealed class RecognitionFailedConsumer(ResultStore store, StageClock stages) : IHandler<RecognitionFailed>
{
    public Task HandleAsync(Delivery<RecognitionFailed> delivery) => store.StoreAndPublishAsync(CompletedReceipt.Of(delivery.Message), stages, delivery);
}

internal sealed class RecognitionFailedSubscription() : StoringSubscription("recognition-failed");
