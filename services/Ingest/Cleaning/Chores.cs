using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Persistence;

namespace Ocr.Ingest.Cleaning;

/// <summary>Gives each turn of a repeated task to one replica.</summary>
internal sealed class Chores(IDbContextFactory<IngestDbContext> contexts, TimeProvider time)
{
    /// <summary>Whether the task is due and this replica is the one to do it. The first turn is one period after the first question.</summary>
    public async Task<bool> TakeTurnAsync(string name, TimeSpan period, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcMilliseconds();
        var next = now + period;
        if (await database.Chores.AnyAsync(chore => chore.Name == name, cancellationToken))
        {
            return await database.Chores.Where(chore => chore.Name == name && chore.NextRunAt <= now)
                .ExecuteUpdateAsync(chore => chore.SetProperty(row => row.NextRunAt, next), cancellationToken) == 1;
        }

        try
        {
            database.Chores.Add(new ChoreRow { Name = name, NextRunAt = next });
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            // Another replica was the first to ask.
        }

        return false;
    }
}
