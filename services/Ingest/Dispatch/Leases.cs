using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;

namespace Ocr.Ingest.Dispatch;

/// <summary>Who may send which receipt, until when. A lease that ends says that nothing was heard, and never that a reading failed.</summary>
internal sealed class Leases(
    IDbContextFactory<IngestDbContext> contexts, IOptions<IngestOptions> options, HostInstance instance, DispatchWindow window, ServiceClock clock)
{
    private const int Chunk = 100;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private volatile bool _anyWaits;

    /// <summary>Whether receipts may wait for room with the workers, as far as this replica knows; the others are seen at the next tick.</summary>
    public bool AnyWaits => _anyWaits;

    /// <summary>
    /// Takes rows whose lease has ended, in the order of their turns and as many as there is room for with the workers, and leases them to
    /// this process.
    /// </summary>
    public async Task<IReadOnlyList<ReceiptRow>> TakeDueAsync(CancellationToken cancellationToken)
    {
        // Before the rows are looked at: what becomes final meanwhile makes room that they do not show.
        _anyWaits = true;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await clock.NowAsync(cancellationToken);
        var due = database.Receipts.Where(row => row.State == ReceiptState.Processing && row.LeaseUntil <= now);
        if (!await due.AnyAsync(cancellationToken))
        {
            // The usual case, and it takes no lock.
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
        foreach (var row in rows)
        {
            row.Attempt += IsGivenUp(row) ? 0 : 1;
            row.LeaseUntil = now + options.Value.Lease;
            row.LeaseOwner = instance.Id;
        }

        await database.SaveChangesAsync(cancellationToken);
        // A commit that is cancelled may have happened, and nobody would know of the leases.
        await transaction.CommitAsync(CancellationToken.None);
        return rows;
    }

    /// <summary>Whether so many of its readings came to nothing that there is no other.</summary>
    public bool IsGivenUp(ReceiptRow row) => row.Faults >= options.Value.MaxAttempts;

    /// <summary>Gives rows back that could not be sent: it was no attempt.</summary>
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
    /// Ends the leases of processes that are gone with the messages they had sent; the number of receipts. Nobody knows why a process ended: one
    /// that was seen at several ends is sent alone, and only what was alone then, because it was suspected, has come to nothing.
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
                .SetProperty(item => item.Faults, item => alone && item.Crashes >= DispatchWindow.Suspicious ? item.Faults + 1 : item.Faults)
                .SetProperty(item => item.Crashes, item => item.Crashes + 1),
            cancellationToken);
    }

    /// <summary>Ends the leases of this process, which stops in good order: what it sent is sent again by the next one, and nothing is counted.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await clock.NowAsync(cancellationToken);
        await database.Receipts
            .Where(row => row.State == ReceiptState.Processing && row.LeaseOwner == instance.Id)
            .ExecuteUpdateAsync(
                row => row.SetProperty(item => item.LeaseUntil, now).SetProperty(item => item.LeaseOwner, (Guid?)null), cancellationToken);
    }
}
