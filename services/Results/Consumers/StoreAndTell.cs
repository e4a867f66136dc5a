using MassTransit;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Results.Consumers;

internal static class StoreAndTell
{
    /// <summary>Stores, publishes, marks: whatever fails on the way, the message or the loop comes again.</summary>
    public static async Task StoreAndTellAsync(this ResultStore store, Reading reading, StageClock stages, ConsumeContext context)
    {
        using var work = stages.Work(StageClock.Store, context.SentTime);
        using var span = Spans.Start(Spans.Store);
        span?.SetTag(Spans.ReceiptTag, reading.Receipt.ReceiptId).SetTag(Spans.BatchTag, reading.Batch.RequestId);
        var stored = await store.StoreAsync(reading, context.CancellationToken);
        await context.Publish(stored, context.CancellationToken);
        await store.MarkAnnouncedAsync(stored, context.CancellationToken);
    }
}
