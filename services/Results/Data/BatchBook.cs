using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Ocr.Results.Data;

/// <summary>What is known of batches.</summary>
internal sealed class BatchBook(IDbContextFactory<ResultsDbContext> contexts)
{
    private const int Remembered = 1000;
    private readonly ConcurrentDictionary<string, bool> _noted = new(StringComparer.Ordinal);

    /// <summary>Notes a batch unless it is known.</summary>
    public async Task NoteAsync(BatchRow batch, CancellationToken cancellationToken)
    {
        // Each of its receipts tells of the batch; the first makes the row, which stays until the batch is cleaned away with all of them.
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

    private async Task NoteNewAsync(BatchRow batch, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        if (await IsKnownAsync(database, batch.RequestId, cancellationToken))
        {
            return;
        }

        database.Batches.Add(batch);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two of its messages at once: the other one noted it. Anything else is a fault.
            database.ChangeTracker.Clear();
            if (!await IsKnownAsync(database, batch.RequestId, cancellationToken))
            {
                throw;
            }
        }
    }

    /// <summary>
    /// Marks the batch finished when all its results are stored. Runs after the result is committed, so that of two that are stored
    /// at once at least the later one sees both.
    /// </summary>
    public async Task FinishAsync(string requestId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await database.Batches
            .Where(batch => batch.RequestId == requestId && batch.FinishedAt == null
                && database.Results.Count(result => result.RequestId == requestId) >= batch.Size)
            .ExecuteUpdateAsync(batch => batch.SetProperty(row => row.FinishedAt, now), cancellationToken);
    }

    private static Task<bool> IsKnownAsync(ResultsDbContext database, string requestId, CancellationToken cancellationToken) =>
        database.Batches.AnyAsync(row => row.RequestId == requestId, cancellationToken);
}
