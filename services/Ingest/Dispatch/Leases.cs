using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;

namespace Ocr.Ingest.Dispatch;

/// <summary>Assigns receipts to senders for a limited time. An expired lease means that no result arrived, not that a reading failed.</summary>
internal sealed class Leases(
    IDbContextFactory<IngestDbContext> contexts, IOptions<IngestOptions> options, HostInstance instance, DispatchWindow window, ServiceClock clock)
{
    private const int Chunk = 100;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private volatile bool _anyWaits;

    /// <summary>Whether receipts may wait for worker capacity, by the last sweep of this replica. The next tick finds receipts that other replicas added.</summary>
    public bool AnyWaits => _anyWaits;

    /// <summary>
    /// Takes rows whose lease has ended, in the order of their turns and up to the capacity of the workers, and leases them to
    /// this process.
    /// </summary>
    public async Task<IReadOnlyList<ReceiptRow>> TakeDueAsync(CancellationToken cancellationToken)
    {
        // Read before the rows: receipts that become final meanwhile free capacity that the rows do not show.
        _anyWaits = true;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await clock.NowAsync(cancellationToken);
        var due = database.Receipts.Where(row => row.State == ReceiptState.Processing && row.LeaseUntil <= now);
        if (!await due.AnyAsync(cancellationToken))
        {
            // The usual case. It takes no lock.
            _anyWaits = false;
            return [];
        }

        var (room, cost) = await window.RoomAsync(database, now, cancellationToken);
        if (room <= 0)
        {
            return [];
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var rows = DispatchWindow.Fill(await database.LockDueAsync(now, Math.Min(Chunk, room), cancellationToken), cost);
        await LeaseAsync(database, rows, now + options.Value.Lease, cancellationToken);
        // A cancelled commit can have succeeded; then no process would own the leases.
        await transaction.CommitAsync(CancellationToken.None);
        return rows;
    }

    /// <summary>Whether the maximum number of readings has failed.</summary>
    public bool IsGivenUp(ReceiptRow row) => row.Errors >= options.Value.MaxAttempts;

    /// <summary>Releases rows that could not be sent. This does not count as an attempt.</summary>
    public async Task ReturnAsync(IEnumerable<ReceiptRow> rows, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var again = await clock.NowAsync(cancellationToken) + AfterFailure;
        foreach (var row in rows)
        {
            var attempt = row.Attempt - (IsGivenUp(row) ? 0 : 1);
            await database.Receipts
                .Where(item => item.Id == row.Id && item.Attempt == row.Attempt && item.LeaseOwner == instance.Id)
                .ExecuteUpdateAsync(
                    item => item.SetProperty(one => one.Attempt, attempt).SetProperty(one => one.LeaseUntil, again), cancellationToken);
        }
    }

    /// <summary>
    /// Ends the leases of crashed processes whose messages were in memory; returns the number of receipts. The cause of a crash is not known. A
    /// receipt that was in flight at several crashes is sent alone. Only a receipt that was alone because of this is charged.
    /// </summary>
    public async Task<int> EndForeignAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await clock.NowAsync(cancellationToken);
        var lost = database.Receipts
            .Where(row => row.State == ReceiptState.Processing && row.LeaseOwner != null && row.LeaseOwner != instance.Id);
        var alone = await lost.CountAsync(cancellationToken) == 1;
        return await lost.ExecuteUpdateAsync(
            row => row
                .SetProperty(item => item.LeaseUntil, now)
                .SetProperty(item => item.LeaseOwner, (Guid?)null)
                .SetProperty(item => item.Errors, item => alone && item.Crashes >= ReceiptRow.Suspicious ? item.Errors + 1 : item.Errors)
                .SetProperty(item => item.Crashes, item => item.Crashes + 1),
            cancellationToken);
    }

    /// <summary>Ends the leases of this process during a normal stop: the next process sends the receipts again, and no attempt is counted.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await clock.NowAsync(cancellationToken);
        await database.Receipts
            .Where(row => row.State == ReceiptState.Processing && row.LeaseOwner == instance.Id)
            .ExecuteUpdateAsync(
                row => row.SetProperty(item => item.LeaseUntil, now).SetProperty(item => item.LeaseOwner, (Guid?)null), cancellationToken);
    }

    /// <summary>Runs the statements of <see cref="TakeDueAsync"/> without rows.</summary>
    public async Task RehearseAsync(IngestDbContext database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await window.RoomAsync(database, now, cancellationToken);
        await LeaseAsync(database, await database.LockDueAsync(DateTimeOffset.UnixEpoch, 1, cancellationToken), now, cancellationToken);
    }

    // One statement for all rows.
    private async Task LeaseAsync(IngestDbContext database, IReadOnlyList<ReceiptRow> rows, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var attempts = options.Value.MaxAttempts;
        var ids = rows.Select(row => row.Id).ToArray();
        await database.Receipts.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            row => row
                .SetProperty(item => item.Attempt, item => item.Errors >= attempts ? item.Attempt : item.Attempt + 1)
                .SetProperty(item => item.LeaseUntil, until)
                .SetProperty(item => item.LeaseOwner, instance.Id),
            cancellationToken);
        foreach (var row in rows)
        {
            row.Attempt += IsGivenUp(row) ? 0 : 1;
            row.LeaseUntil = until;
            row.LeaseOwner = instance.Id;
        }
    }
}
