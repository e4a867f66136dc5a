using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Ingest.Workers;

namespace Ocr.Ingest.Dispatch;

/// <summary>
/// Renews the leases of receipts that this process sent and that are probably not lost: a worker reads the receipt, or it waits in a moving queue
/// whose head has not reached it, or no worker is running.
/// </summary>
internal sealed class LeaseKeeper(
    IDbContextFactory<IngestDbContext> contexts, WorkerBoard workers, IOptions<IngestOptions> options, HostInstance instance, ServiceClock clock,
    TimeProvider time)
{
    // Number of results that may arrive before the result of a receipt, beyond those queued before it: results do not arrive in order.
    private const int Slack = 50;

    private readonly Dictionary<Guid, long> _completedBefore = [];
    private long? _looked;
    private long _completed;

    /// <summary>Checks the leases after each quarter of a lease time.</summary>
    /// <param name="cancellationToken">Cancels the check.</param>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var lease = options.Value.Lease;
        if (_looked is { } before && time.GetElapsedTime(before) < lease / 4)
        {
            return;
        }

        _looked = time.GetTimestamp();
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await clock.NowAsync(cancellationToken);
        var sent = await database.Receipts
            .Where(row => row.State == ReceiptState.Processing && row.LeaseUntil > now && row.LeaseOwner == instance.Id)
            .Select(row => new Sent(row.Id, row.ReceiptId, row.LeaseUntil!.Value)).ToListAsync(cancellationToken);
        var kept = Keep(sent);
        var until = now + lease;
        var ending = kept.Where(row => row.Until <= now + (lease / 2)).Select(row => row.Id).ToArray();
        if (ending.Length > 0)
        {
            await database.Receipts
                .Where(row => ending.Contains(row.Id) && row.State == ReceiptState.Processing && row.LeaseUntil > now && row.LeaseOwner == instance.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(item => item.LeaseUntil, until), cancellationToken);
        }
    }

    private List<Sent> Keep(List<Sent> sent)
    {
        foreach (var done in _completedBefore.Keys.Except(sent.Select(row => row.ReceiptId)).ToArray())
        {
            _completedBefore.Remove(done);
        }

        var (completed, inProgress) = (workers.Completed, workers.InProgress());
        var moves = workers.AnyBusy || completed > _completed;
        _completed = completed;
        var max = sent.Count + Slack;
        return !workers.AnyLives
            ? sent
            : [.. sent.Where(row => inProgress.Contains(row.ReceiptId) || (moves && completed - Before(row, completed) < max))];
    }

    private long Before(Sent row, long completed)
    {
        if (!_completedBefore.TryGetValue(row.ReceiptId, out var before))
        {
            _completedBefore[row.ReceiptId] = before = completed;
        }

        return before;
    }

    private sealed record Sent(long Id, Guid ReceiptId, DateTimeOffset Until);
}
