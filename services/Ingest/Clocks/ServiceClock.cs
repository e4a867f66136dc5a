using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Persistence;

namespace Ocr.Ingest.Clocks;

/// <summary>
/// The clock of leases, reservations and ages (docs/adr/0032). It starts at the system time when the database is created. After that only the
/// monotonic clocks of the replicas advance it, never the system time, which can jump. It does not advance while no replica runs.
/// </summary>
internal sealed class ServiceClock(IDbContextFactory<IngestDbContext> contexts, TimeProvider time)
{
    private const string Name = "service";
    private readonly Lock _lock = new();
    private volatile Reading? _read;

    /// <summary>Now, in whole milliseconds. Queries the database at the first call only.</summary>
    /// <param name="cancellationToken">Cancels the first query.</param>
    public async ValueTask<DateTimeOffset> NowAsync(CancellationToken cancellationToken)
    {
        if (_read is null)
        {
            await SyncAsync(cancellationToken);
        }

        return Now(_read!);
    }

    /// <summary>System time when the database was created, UTC.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<DateTimeOffset> BornAtAsync(CancellationToken cancellationToken)
    {
        await SyncAsync(cancellationToken);
        return _read!.BornAt;
    }

    /// <summary>Stores the time of this replica, and adopts a later time that another replica stored.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task SyncAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        if (_read is { } before)
        {
            var mine = Now(before);
            await database.Clocks.Where(clock => clock.Name == Name && clock.Instant < mine)
                .ExecuteUpdateAsync(clock => clock.SetProperty(row => row.Instant, mine), cancellationToken);
        }

        var stored = await FindAsync(database, cancellationToken) ?? await CreateAsync(database, cancellationToken);
        lock (_lock)
        {
            // One timestamp for both, so that no time is lost between them.
            var timestamp = time.GetTimestamp();
            var instant = _read is { } known && At(known, timestamp) is var now && now > stored.Instant ? now : stored.Instant;
            _read = new Reading(instant, timestamp, stored.BornAt);
        }
    }

    private static Task<ClockRow?> FindAsync(IngestDbContext database, CancellationToken cancellationToken) =>
        database.Clocks.AsNoTracking().SingleOrDefaultAsync(clock => clock.Name == Name, cancellationToken);

    private async Task<ClockRow> CreateAsync(IngestDbContext database, CancellationToken cancellationToken)
    {
        var now = time.GetUtcMilliseconds();
        // Receipts of a release without this clock: the database is as old as the oldest of them.
        var oldest = await database.Receipts.OrderBy(row => row.Id).Select(row => (DateTimeOffset?)row.UploadedAt).FirstOrDefaultAsync(cancellationToken);
        var born = oldest < now ? oldest.Value : now;
        // Several tasks and replicas can make the first call concurrently.
        await database.InsertOnceAsync(
            "clocks",
            [(nameof(ClockRow.Name), Name), (nameof(ClockRow.Instant), now.UtcDateTime), (nameof(ClockRow.BornAt), born.UtcDateTime)],
            cancellationToken);
        return (await FindAsync(database, cancellationToken))!;
    }

    private DateTimeOffset Now(Reading read) => At(read, time.GetTimestamp());

    private DateTimeOffset At(Reading read, long timestamp) => (read.Instant + time.GetElapsedTime(read.Timestamp, timestamp)).ToMilliseconds();

    private sealed record Reading(DateTimeOffset Instant, long Timestamp, DateTimeOffset BornAt);
}
