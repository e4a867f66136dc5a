using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Persistence;
using Ocr.Results.Claims;
using Ocr.Results.Documents;
using Ocr.Results.Telemetry;

namespace Ocr.Results.Data;

/// <summary>Stores the one result of a receipt in a batch: whatever comes first stays, whatever comes again changes nothing.</summary>
internal sealed class ResultStore(
    IDbContextFactory<ResultsDbContext> contexts, BatchBook batches, ClaimLedger claims, ResultsMetrics metrics, TimeProvider time)
{
    /// <summary>Stores the reading unless the receipt has its result, and returns the event that tells of the stored one.</summary>
    public async Task<ReceiptProcessed> StoreAsync(Reading reading, CancellationToken cancellationToken)
    {
        await batches.NoteAsync(
            new BatchRow
            {
                RequestId = reading.Batch.RequestId,
                Size = reading.Batch.Size,
                Profile = reading.Batch.Profile,
                OpenedAt = reading.Batch.OpenedAt,
            },
            cancellationToken);
        var stored = await FindAsync(reading, cancellationToken);
        if (stored is not null)
        {
            metrics.Duplicate();
        }

        stored ??= await InsertAsync(reading, cancellationToken);
        await batches.FinishAsync(reading.Batch.RequestId, time.GetUtcMilliseconds(), cancellationToken);
        return stored.ToEvent();
    }

    /// <summary>Notes that the event of a result was confirmed.</summary>
    public async Task MarkAnnouncedAsync(ReceiptProcessed announced, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await database.Results
            .Where(row => row.RequestId == announced.RequestId && row.ReceiptId == announced.ReceiptId && !row.Announced)
            .ExecuteUpdateAsync(row => row.SetProperty(item => item.Announced, true), cancellationToken);
    }

    private async Task<ResultRow?> FindAsync(Reading reading, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        return await database.Results.AsNoTracking().SingleOrDefaultAsync(
            row => row.RequestId == reading.Batch.RequestId && row.ReceiptId == reading.Receipt.ReceiptId, cancellationToken);
    }

    private async Task<ResultRow> InsertAsync(Reading reading, CancellationToken cancellationToken)
    {
        var row = RowWriter.Write(reading, time.GetUtcMilliseconds());
        try
        {
            await using var database = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            database.Results.Add(row);
            await database.SaveChangesAsync(cancellationToken);
            await claims.JudgeAsync(database, row, PaymentIdentity.Of(reading, row), cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            metrics.Stored(row, reading.Batch.OpenedAt);
            return row;
        }
        catch (DbUpdateException)
        {
            // A duplicate delivery was faster. Anything else is a fault, and is tried again by the bus.
            if (await FindAsync(reading, cancellationToken) is { } first)
            {
                metrics.Duplicate();
                return first;
            }

            throw;
        }
    }
}
