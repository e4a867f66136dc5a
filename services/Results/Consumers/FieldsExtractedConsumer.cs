using Ocr.Contracts;
using Ocr.Results.Documents;
using Ocr.Results.Storing;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Results.Consumers;

/// <summary>Stores a receipt that was read, and publishes its result.</summary>
internal sealed class FieldsExtractedConsumer(ResultStore store, StageClock stages) : IHandler<FieldsExtracted>
{
    public Task HandleAsync(Delivery<FieldsExtracted> delivery) => store.StoreAndPublishAsync(CompletedReceipt.Of(delivery.Message), stages, delivery);
}

internal sealed class FieldsExtractedSubscription() : StoringSubscription("fields-extracted");
