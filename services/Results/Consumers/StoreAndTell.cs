using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Results.Consumers;

internal static class StoreAndTell
{
    /// <summary>Stores, publishes, marks: whatever fails on the way, the message or the loop comes again.</summary>
    public static async Task StoreAndTellAsync<T>(this ResultStore store, Reading reading, StageClock stages, Delivery<T> delivery)
        where T : class
    {
        using var work = stages.Work(StageClock.Store, delivery.SentTime);
        using var span = Spans.Start(Spans.Store);
        span?.SetTag(Spans.ReceiptTag, reading.Receipt.ReceiptId).SetTag(Spans.BatchTag, reading.Batch.RequestId);
        if (await store.StoreAsync(reading, delivery.CancellationToken) is { } stored)
        {
            await delivery.PublishAsync(stored.Event);
            await store.MarkAnnouncedAsync(stored.Id, delivery.CancellationToken);
        }
    }
}
