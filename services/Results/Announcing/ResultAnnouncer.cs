using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Results.Announcing;

/// <summary>Publishes the events of stored results that were not confirmed: the row is the outbox (docs/adr/0003).</summary>
internal sealed class ResultAnnouncer(IDbContextFactory<ResultsDbContext> contexts, ResultStore store, BatchBook batches, IMessageBus bus, TimeProvider time)
{
    private const int Chunk = 100;

    // Younger rows are in the hands of the consumer that stored them.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Announces what is overdue; the number of results.</summary>
    public async Task<int> AnnounceAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcMilliseconds() - Grace;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await database.Results.AsNoTracking()
            .Where(row => !row.Announced && row.StoredAt <= before).OrderBy(row => row.Id).Take(Chunk).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            using var span = Spans.Continue(Spans.Tell, row.Traceparent);
            span?.SetTag(Spans.ReceiptTag, row.ReceiptId).SetTag(Spans.BatchTag, row.RequestId);
            var announcement = row.ToEvent();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            await bus.PublishAsync(announcement, patience.Token);
            // As the consumer would have: it may have stored the last result of a batch and come no further.
            await batches.FinishAsync(row.RequestId, time.GetUtcMilliseconds(), cancellationToken);
            await store.MarkAnnouncedAsync(row.Id, cancellationToken);
        }

        return rows.Count;
    }
}
