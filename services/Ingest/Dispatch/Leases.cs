using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Data;
using Ocr.Persistence;

namespace Ocr.Ingest.Dispatch;

/// <summary>Who may send which receipt, until when.</summary>
internal sealed class Leases(
    IDbContextFactory<IngestDbContext> contexts, IOptions<IngestOptions> options, HostInstance instance, TimeProvider time)
{
    private const int Chunk = 100;
    private const int Suspicious = 2;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Takes rows whose lease has ended, as many as there is room for with the workers, and leases them to this process. Their attempt
    /// is raised, but for those that have used up all of them.
    /// </summary>
    public async Task<IReadOnlyList<ReceiptRow>> TakeDueAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcMilliseconds();
        var due = database.Receipts.Where(row => row.State == ReceiptState.Processing && row.LeaseUntil <= now);
        if (!await due.AnyAsync(cancellationToken))
        {
            // The usual case, and it takes no lock.
            return [];
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var inFlight = await database.Receipts
            .CountAsync(row => row.State == ReceiptState.Processing && row.LeaseUntil > now, cancellationToken);
        var room = Math.Min(Chunk, await AllowedAsync(database, cancellationToken) - inFlight);
        var rows = room > 0 ? await database.LockDueAsync(now, room, cancellationToken) : [];
        foreach (var row in rows)
        {
            row.Attempt = Math.Min(row.Attempt + 1, options.Value.MaxAttempts + 1);
            row.LeaseUntil = now + LeaseOf(row.Attempt);
            row.LeaseOwner = instance.Id;
        }

        await database.SaveChangesAsync(cancellationToken);
        // A commit that is cancelled may have happened, and nobody would know of the leases.
        await transaction.CommitAsync(CancellationToken.None);
        return rows;
    }

    /// <summary>Gives rows back that could not be sent: the attempt does not count.</summary>
    public async Task ReturnAsync(IEnumerable<ReceiptRow> rows, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var again = time.GetUtcMilliseconds() + AfterFailure;
        foreach (var row in rows)
        {
            await database.Receipts
                .Where(item => item.Id == row.Id && item.Attempt == row.Attempt && item.LeaseOwner == instance.Id)
                .ExecuteUpdateAsync(
                    item => item.SetProperty(one => one.Attempt, row.Attempt - 1).SetProperty(one => one.LeaseUntil, again), cancellationToken);
        }
    }

    /// <summary>
    /// Ends the leases of processes that are gone with the messages they had sent; the number of receipts. One that was alone with the
    /// workers may have ended the process, so its attempt counts; of several nobody knows which, and none is blamed.
    /// </summary>
    public async Task<int> EndForeignAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcMilliseconds();
        var lost = database.Receipts
            .Where(row => row.State == ReceiptState.Processing && row.LeaseOwner != null && row.LeaseOwner != instance.Id);
        var forgiven = await lost.CountAsync(cancellationToken) == 1 ? 0 : 1;
        return await lost.ExecuteUpdateAsync(
            row => row
                .SetProperty(item => item.LeaseUntil, now)
                .SetProperty(item => item.LeaseOwner, (Guid?)null)
                .SetProperty(item => item.Attempt, item => item.Attempt - forgiven)
                .SetProperty(item => item.Crashes, item => item.Crashes + 1),
            cancellationToken);
    }

    // A receipt that saw the process end twice is sent alone, and so is everything else until it is final: if it is the one that
    // ends the process, it uses up its own attempts and nobody else's.
    private async Task<int> AllowedAsync(IngestDbContext database, CancellationToken cancellationToken) =>
        await database.Receipts.AnyAsync(row => row.State == ReceiptState.Processing && row.Crashes >= Suspicious, cancellationToken)
            ? 1
            : options.Value.MaxInFlight;

    private TimeSpan LeaseOf(int attempt) => options.Value.Lease * Math.Pow(2, Math.Min(attempt, options.Value.MaxAttempts) - 1);
}
