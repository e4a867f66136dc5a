using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Ocr.Results.Data;

/// <summary>Stores batches and their completion.</summary>
internal sealed class BatchStore(IDbContextFactory<ResultsDbContext> contexts)
{
    private const int Remembered = 1000;
    private readonly ConcurrentDictionary<string, bool> _noted = new(StringComparer.Ordinal);

    /// <summary>Stores a batch unless it is stored already.</summary>
    public async Task NoteAsync(BatchHistoryRow batch, CancellationToken cancellationToken)
    {
        // Each message of its receipts contains the batch. The first one creates the row, which stays until a cleaning removes the batch.
        if (_noted.ContainsKey(batch.RequestId))
        {
            return;
        }

        await NoteNewAsync(batch, cancellationToken);
        if (_noted.Count >= Remembered)
        {
            _noted.Clear();
        }

        _noted[batch.RequestId] = true;
    }

    private async Task NoteNewAsync(BatchHistoryRow batch, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await AddAsync(database, batch, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two concurrent messages of the batch: the other one stored it. Anything else is an error.
            database.ChangeTracker.Clear();
            if (!await IsKnownAsync(database, batch.RequestId, cancellationToken))
            {
                throw;
            }
        }
    }

    /// <summary>Stores a batch, marks it as finished, and rolls back.</summary>
    public async Task RehearseAsync(BatchHistoryRow batch, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await AddAsync(database, batch, cancellationToken);
        await FinishAsync(database, batch.RequestId, batch.OpenedAt, cancellationToken);
        await transaction.RollbackAsync(cancellationToken);
    }

    private static async Task AddAsync(ResultsDbContext database, BatchHistoryRow batch, CancellationToken cancellationToken)
    {
        if (!await IsKnownAsync(database, batch.RequestId, cancellationToken))
        {
            database.Batches.Add(batch);
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Marks batches as finished when all their results are stored. Runs inside the transaction that stores them, whose lock on the batch
    /// lets the last transaction see all results.
    /// </summary>
    public static async Task FinishAsync(ResultsDbContext database, string[] requestIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var full = await database.Batches
            .Where(batch => requestIds.Contains(batch.RequestId) && batch.FinishedAt == null
                && database.Results.Count(result => result.RequestId == batch.RequestId) >= batch.Size)
            .Select(batch => batch.RequestId).ToListAsync(cancellationToken);
        foreach (var requestId in full)
        {
            await FinishAsync(database, requestId, now, cancellationToken);
        }
    }

    /// <summary>The same for a batch whose last result was stored by a release that marked batches afterwards.</summary>
    public async Task FinishAsync(string requestId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await FinishAsync(database, [requestId], now, cancellationToken);
    }

    private static async Task FinishAsync(ResultsDbContext database, string requestId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Batches are ordered by this instant, for example for "the last one", so it never goes back, although the system time can.
        var last = await database.Batches.Where(batch => batch.FinishedAt >= now).OrderByDescending(batch => batch.FinishedAt)
            .Select(batch => batch.FinishedAt).FirstOrDefaultAsync(cancellationToken);
        now = last?.AddMilliseconds(1) ?? now;
        await database.Batches
            .Where(batch => batch.RequestId == requestId && batch.FinishedAt == null)
            .ExecuteUpdateAsync(batch => batch.SetProperty(row => row.FinishedAt, now), cancellationToken);
    }

    private static Task<bool> IsKnownAsync(ResultsDbContext database, string requestId, CancellationToken cancellationToken) =>
        database.Batches.AnyAsync(row => row.RequestId == requestId, cancellationToken);
}
