using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Ingest.Dispatch;
using Ocr.Ingest.Telemetry;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Ingest.Batches;

/// <summary>Claims the oldest pending receipts for a new batch. Each receipt is in one batch, whoever else claims at the same time.</summary>
internal sealed class BatchOpener(
    IDbContextFactory<IngestDbContext> contexts, SweepSignal sweep, IngestMetrics metrics, TimeProvider time, ILogger<BatchOpener> logger)
{
    private const int IdAttempts = 20;

    /// <summary>The opened batch; <see langword="null"/> when nothing is pending.</summary>
    public async Task<BatchRow?> OpenAsync(BatchOptions options, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var batch = await ClaimAsync(options, cancellationToken);
                if (batch is not null)
                {
                    metrics.Opened(batch);
                    Log.BatchOpened(logger, batch.RequestId, batch.Size);
                    sweep.Set();
                }

                return batch;
            }
            catch (DbUpdateException fault) when (attempt < IdAttempts && fault.IsUniqueViolation())
            {
                // Three digits beside a second are few: the id was taken, another one will not be.
            }
        }
    }

    private async Task<BatchRow?> ClaimAsync(BatchOptions options, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var rows = await database.LockPendingAsync(DateTimeOffset.MaxValue, options.MaxImages, cancellationToken);
        if (rows.Count == 0)
        {
            return null;
        }

        var now = time.GetUtcMilliseconds();
        var batch = new BatchRow
        {
            RequestId = BatchIds.New(now),
            Size = rows.Count,
            Profile = options.Profile,
            IncludeCoordinates = options.IncludeCoordinates,
            OpenedAt = now,
            Traceparent = Spans.Context,
        };
        database.Batches.Add(batch);
        foreach (var (row, index) in rows.OrderBy(row => row.Id).Select((row, index) => (row, index)))
        {
            row.State = ReceiptState.Processing;
            row.RequestId = batch.RequestId;
            row.Position = index + 1;
            // Due at once: the loop sends it like any other receipt whose lease has ended.
            row.LeaseUntil = now;
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return batch;
    }
}
