using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Ingest.Dispatch;

/// <summary>Publishes <see cref="BatchOpened"/> of batches for which it is not confirmed yet. The row is the outbox (docs/adr/0003).</summary>
internal sealed class BatchPublisher(IDbContextFactory<IngestDbContext> contexts, Publisher publisher)
{
    private const int Chunk = 100;

    /// <summary>Publishes new batches.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
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
}
