using Ocr.Results.Documents;
using Ocr.Results.Storing;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Results.Consumers;

internal static class StoreAndPublish
{
    /// <summary>Stores the result, publishes it and marks it as published. After a failure, the message is redelivered or the loop publishes the result.</summary>
    public static async Task StoreAndPublishAsync<T>(this ResultStore store, CompletedReceipt completed, StageClock stages, Delivery<T> delivery)
        where T : class
    {
        using var work = stages.Work(StageClock.Store, delivery.SentTime);
        using var span = Spans.Start(Spans.Store);
        span?.SetTag(Spans.ReceiptTag, completed.Receipt.ReceiptId).SetTag(Spans.BatchTag, completed.Batch.RequestId);
        if (await store.StoreAsync(completed, delivery.CancellationToken) is { } stored)
        {
            await delivery.PublishAsync(stored.Event);
            await store.MarkPublishedAsync(stored.Id, stored.Event, delivery.CancellationToken);
        }
    }
}
