using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Ingest.Dispatch;

/// <summary>Publishes <see cref="BatchCompleted"/> of batches whose last receipt is final. The row is the outbox (docs/adr/0003).</summary>
internal sealed class CompletionPublisher(IDbContextFactory<IngestDbContext> contexts, Publisher publisher)
{
    private const int Chunk = 100;

    /// <summary>Publishes the completion of finished batches; returns whether there may be more.</summary>
    public async Task<bool> PublishAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var batches = await database.Batches.AsNoTracking()
            .Where(batch => !batch.CompletionPublished
                && !database.Receipts.Any(row => row.RequestId == batch.RequestId && row.State == ReceiptState.Processing))
            .OrderBy(batch => batch.OpenedAt).Take(Chunk).ToListAsync(cancellationToken);
        foreach (var batch in batches)
        {
            using var span = Spans.Continue(Spans.PublishBatch, batch.Traceparent);
            span?.SetTag(Spans.BatchTag, batch.RequestId);
            if (!await publisher.TryPublishAsync(await EventAsync(database, batch, cancellationToken), cancellationToken))
            {
                return false;
            }

            await database.Batches.Where(row => row.RequestId == batch.RequestId)
                .ExecuteUpdateAsync(row => row.SetProperty(item => item.CompletionPublished, true), cancellationToken);
        }

        return batches.Count == Chunk;
    }

    /// <summary>Publishes recent events again after a start with a bus that keeps messages in memory, because the ended process may have lost them.</summary>
    public async Task RepeatRecentAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        if (await database.Receipts.MaxAsync(row => row.FinalAt, cancellationToken) is not { } last)
        {
            return;
        }

        var since = last - BusOptions.KeptInMemory;
        await database.Batches
            .Where(batch => batch.CompletionPublished && database.Receipts.Any(row => row.RequestId == batch.RequestId && row.FinalAt >= since))
            .ExecuteUpdateAsync(batch => batch.SetProperty(row => row.CompletionPublished, false), cancellationToken);
    }

    private static async Task<BatchCompleted> EventAsync(IngestDbContext database, BatchRow batch, CancellationToken cancellationToken)
    {
        var receipts = await database.Receipts.Where(row => row.RequestId == batch.RequestId)
            .Select(row => new { row.State, row.Outcome.StoredAt }).ToListAsync(cancellationToken);
        return new BatchCompleted
        {
            RequestId = batch.RequestId,
            Tenant = batch.Tenant,
            Size = batch.Size,
            Failed = receipts.Count(row => row.State == ReceiptState.Failed),
            OpenedAt = batch.OpenedAt,
            CompletedAt = receipts.Max(row => row.StoredAt) ?? batch.OpenedAt,
        };
    }
}
