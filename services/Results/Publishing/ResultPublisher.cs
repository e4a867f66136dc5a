using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.Results.Storing;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Results.Publishing;

/// <summary>Publishes the events of stored results that were not confirmed: the row is the outbox (docs/adr/0003).</summary>
internal sealed class ResultPublisher(IDbContextFactory<ResultsDbContext> contexts, ResultStore store, BatchStore batches, IMessageBus bus, TimeProvider time)
{
    private const int Chunk = 100;

    // The consumer that stored a younger row is still processing it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Publishes overdue results; returns their number.</summary>
    public async Task<int> PublishAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcMilliseconds() - Grace;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await database.Results.AsNoTracking()
            .Where(row => !row.Published && row.StoredAt <= before).OrderBy(row => row.Id).Take(Chunk).ToListAsync(cancellationToken);
        var requests = rows.Select(row => row.RequestId).Distinct().ToArray();
        var sizes = await database.Batches.Where(batch => requests.Contains(batch.RequestId))
            .ToDictionaryAsync(batch => batch.RequestId, batch => batch.Size, cancellationToken);
        foreach (var row in rows)
        {
            using var span = Spans.Continue(Spans.PublishResult, row.Traceparent);
            span?.SetTag(Spans.ReceiptTag, row.ReceiptId).SetTag(Spans.BatchTag, row.RequestId);
            var message = row.ToEvent(sizes.TryGetValue(row.RequestId, out var size) ? size : null);
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(Timeout);
            await bus.PublishAsync(message, timeout.Token);
            // The consumer does the same; it may have failed after it stored the last result of a batch.
            await batches.FinishAsync(row.RequestId, time.GetUtcMilliseconds(), cancellationToken);
            await store.MarkPublishedAsync(row.Id, message, cancellationToken);
        }

        return rows.Count;
    }

    /// <summary>Publishes recent events again after a start with a bus that keeps messages in memory, because the ended process may have lost them.</summary>
    public async Task RepeatRecentAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        if (await database.Results.MaxAsync(row => (DateTimeOffset?)row.StoredAt, cancellationToken) is not { } last)
        {
            return;
        }

        var since = last - BusOptions.KeptInMemory;
        await database.Results.Where(row => row.Published && row.StoredAt >= since)
            .ExecuteUpdateAsync(row => row.SetProperty(item => item.Published, false), cancellationToken);
    }
}
