using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Ingest.Dispatch;
using Ocr.Ingest.Telemetry;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Batches;

/// <summary>Opens batches: of named receipts, or of the oldest pending ones of a tenant. Each receipt is in one batch, also under concurrent requests.</summary>
internal sealed class BatchOpener(
    IDbContextFactory<IngestDbContext> contexts, DispatchTrigger trigger, IngestMetrics metrics, ServiceClock clock, TimeProvider time, ILogger<BatchOpener> logger)
{
    private const int IdAttempts = 20;

    /// <summary>The opened batch, or the one that holds exactly the named receipts already; <see langword="null"/> when nothing is pending.</summary>
    /// <exception cref="ServiceDefaults.Errors.ApiException">404 or 409: a named receipt does not exist, or is in another batch.</exception>
    public Task<BatchRow?> OpenAsync(BatchOptions options, TenantScope scope, CancellationToken cancellationToken) =>
        OpenAsync(() => ClaimAsync(options, scope, cancellationToken));

    /// <summary>Opens the batch that a transaction claims, and wakes the loop that sends it.</summary>
    /// <param name="claim">Claims the receipts of a batch and returns it, and whether it is new. It is called again when the id of the batch exists.</param>
    public async Task<BatchRow?> OpenAsync(Func<Task<(BatchRow? Batch, bool IsNew)>> claim)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (batch, isNew) = await claim();
                if (batch is not null && isNew)
                {
                    Opened(batch);
                }

                return batch;
            }
            catch (DbUpdateException exception) when (attempt < IdAttempts && exception.IsUniqueViolation())
            {
                // Ids can collide within one second; a collision is retried with a new id.
            }
        }
    }

    /// <summary>Wakes the loop that sends a batch. Call once it is committed.</summary>
    public void Opened(BatchRow batch)
    {
        metrics.Opened(batch);
        Log.BatchOpened(logger, batch.RequestId, batch.Size);
        trigger.Set(DispatchWork.Batches);
    }

    private async Task<(BatchRow? Batch, bool IsNew)> ClaimAsync(BatchOptions options, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var named = options.AreNamed ? await NamedReceipts.TakeAsync(database, options, scope, cancellationToken) : null;
        if (named?.Batch is { } existing)
        {
            return (existing, false);
        }

        var rows = named?.Rows
            ?? await database.LockPendingAsync(TenantScope.Of(scope.Tenant), DateTimeOffset.MaxValue, options.MaxImages, cancellationToken);
        if (rows.Count == 0)
        {
            return (null, false);
        }

        var batch = await AddAsync(database, rows, options, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (batch, true);
    }

    /// <summary>Adds a batch of these receipts, which are locked or new. The caller saves and commits.</summary>
    public async Task<BatchRow> AddAsync(
        IngestDbContext database, IReadOnlyList<ReceiptRow> rows, BatchOptions options, CancellationToken cancellationToken)
    {
        var openedAt = await NextAsync(database, cancellationToken);
        var batch = new BatchRow
        {
            RequestId = BatchIds.New(openedAt),
            Tenant = rows[0].Tenant,
            Size = rows.Count,
            Profile = options.Profile,
            IncludeCoordinates = options.IncludeCoordinates,
            OpenedAt = openedAt,
            Traceparent = Spans.Context,
        };
        database.Batches.Add(batch);
        var now = await clock.NowAsync(cancellationToken);
        var owners = rows.Select(row => row.Owner).Distinct().ToArray();
        (await FairTurns.ReadAsync(database, owners, now, cancellationToken)).Give(rows);
        foreach (var (row, index) in rows.OrderBy(row => row.Id).Select((row, index) => (row, index)))
        {
            row.State = ReceiptState.Processing;
            row.RequestId = batch.RequestId;
            row.Position = index + 1;
            // Due immediately: the loop sends it like any other receipt whose lease has ended.
            row.LeaseUntil = now;
        }

        return batch;
    }

    // Batches are ordered by this instant, so it never goes back, although the system time can.
    private async Task<DateTimeOffset> NextAsync(IngestDbContext database, CancellationToken cancellationToken)
    {
        var now = time.GetUtcMilliseconds();
        var last = await database.Batches.OrderByDescending(batch => batch.OpenedAt)
            .Select(batch => (DateTimeOffset?)batch.OpenedAt).FirstOrDefaultAsync(cancellationToken);
        return last >= now ? last.Value.AddMilliseconds(1) : now;
    }
}
