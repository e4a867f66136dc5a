using MassTransit;
using Ocr.Results.Data;
using Ocr.Results.Documents;

namespace Ocr.Results.Consumers;

internal static class StoreAndTell
{
    /// <summary>Stores, publishes, marks: whatever fails on the way, the message or the loop comes again.</summary>
    public static async Task StoreAndTellAsync(this ResultStore store, Reading reading, ConsumeContext context)
    {
        var stored = await store.StoreAsync(reading, context.CancellationToken);
        await context.Publish(stored, context.CancellationToken);
        await store.MarkAnnouncedAsync(stored, context.CancellationToken);
    }
}
