using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Persistence;

namespace Ocr.Ingest.Cleaning;

/// <summary>Gives each turn of a repeated task to one replica.</summary>
internal sealed class ScheduledJobLock(IDbContextFactory<IngestDbContext> contexts, ServiceClock clock)
{
    /// <summary>Whether the task is due and this replica is the one to do it. The first turn is one period after the first question.</summary>
    public async Task<bool> TakeTurnAsync(string name, TimeSpan period, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await clock.NowAsync(cancellationToken);
        var next = now + period;
        if (await database.ScheduledJobs.AnyAsync(job => job.Name == name, cancellationToken))
        {
            return await database.ScheduledJobs.Where(job => job.Name == name && job.NextRunAt <= now)
                .ExecuteUpdateAsync(job => job.SetProperty(row => row.NextRunAt, next), cancellationToken) == 1;
        }

        // Several replicas may be the first to ask.
        await database.InsertOnceAsync(
            "chores", [(nameof(ScheduledJobRow.Name), name), (nameof(ScheduledJobRow.NextRunAt), next.UtcDateTime)], cancellationToken);
        return false;
    }
}
