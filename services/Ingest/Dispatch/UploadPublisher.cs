using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Ingest.Dispatch;

/// <summary>Publishes the events of rows that are not confirmed yet. The row is the outbox (docs/adr/0003).</summary>
internal sealed class UploadPublisher(IDbContextFactory<IngestDbContext> contexts, Publisher publisher)
{
    private const int Chunk = 100;

    /// <summary>Publishes new receipts; returns whether there may be more.</summary>
    public async Task<bool> PublishReceiptsAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await database.Receipts.AsNoTracking()
            .Where(row => !row.Published).OrderBy(row => row.Id).Take(Chunk).ToListAsync(cancellationToken);
        var confirmed = await Task.WhenAll(rows.Select(row =>
            // Skips prefetch for receipts that are already in a batch, and for expensive ones, which would occupy the workers for long.
            row.State == ReceiptState.Pending && row.Cost <= FairTurns.Cheap ? PublishAsync(row, cancellationToken) : Task.FromResult(true)));
        var done = rows.Where((_, index) => confirmed[index]).Select(row => row.Id).ToArray();
        if (done.Length > 0)
        {
            await database.MarkPublishedAsync(done, cancellationToken);
        }

        return done.Length == Chunk;
    }

    /// <summary>Publishes new batches.</summary>
    public async Task PublishBatchesAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var batches = await database.Batches.Where(row => !row.Published).OrderBy(row => row.OpenedAt).Take(Chunk).ToListAsync(cancellationToken);
        foreach (var batch in batches)
        {
            using var span = Spans.Continue(Spans.PublishBatch, batch.Traceparent);
            span?.SetTag(Spans.BatchTag, batch.RequestId);
            batch.Published = await publisher.TryPublishAsync(
                new BatchOpened { RequestId = batch.RequestId, Size = batch.Size, Profile = batch.Profile, OpenedAt = batch.OpenedAt, Tenant = batch.Tenant, RereadBy = batch.RereadBy },
                cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<bool> PublishAsync(ReceiptRow row, CancellationToken cancellationToken)
    {
        using var span = Spans.Continue(Spans.PublishReceipt, row.Traceparent);
        span?.SetTag(Spans.ReceiptTag, row.ReceiptId);
        return await publisher.TryPublishAsync(new ReceiptUploaded { Receipt = row.ToInfo() }, cancellationToken);
    }
}
