using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Persistence;

namespace Ocr.Ingest.Cleaning;

/// <summary>Assigns each run of a scheduled job to one replica.</summary>
internal sealed class ScheduledJobLock(IDbContextFactory<IngestDbContext> contexts, ServiceClock clock)
{
    /// <summary>Whether the job is due and this replica runs it. The first run is one period after the first call.</summary>
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

        // Several replicas can make the first call concurrently.
        await database.InsertOnceAsync(
            "chores", [(nameof(ScheduledJobRow.Name), name), (nameof(ScheduledJobRow.NextRunAt), next.UtcDateTime)], cancellationToken);
        return false;
    }
}
