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
        var room = Math.Min(Chunk, options.Value.MaxInFlight - inFlight);
        var rows = room > 0 ? await database.LockDueAsync(now, room, cancellationToken) : [];
        foreach (var row in rows)
        {
            row.Attempt = Math.Min(row.Attempt + 1, options.Value.MaxAttempts + 1);
            row.LeaseUntil = now + LeaseOf(row.Attempt);
            row.LeaseOwner = instance.Id;
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
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

    /// <summary>Ends the leases of processes that are gone with the messages they had sent; the number of receipts.</summary>
    public async Task<int> EndForeignAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcMilliseconds();
        return await database.Receipts
            .Where(row => row.State == ReceiptState.Processing && row.LeaseOwner != instance.Id && row.LeaseUntil > now)
            .ExecuteUpdateAsync(row => row.SetProperty(item => item.LeaseUntil, now), cancellationToken);
    }

    private TimeSpan LeaseOf(int attempt) => options.Value.Lease * Math.Pow(2, Math.Min(attempt, options.Value.MaxAttempts) - 1);
}
