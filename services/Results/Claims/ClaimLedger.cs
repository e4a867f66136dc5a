using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Persistence;
using Ocr.Results.Data;

namespace Ocr.Results.Claims;

/// <summary>
/// Finds payments that were sent twice (docs/adr/0015). Runs inside the transaction that stores the result, so that result and claim
/// are both there or neither. Between batches the first that was stored holds a key; within a batch the first that arrived.
/// </summary>
internal sealed class ClaimLedger(IOptions<ClaimOptions> options)
{
    private const string Insert = """
        ("Key", "ReceiptId", "RequestId", "Position", "StoredName", "ClaimedAt")
        VALUES ({0}, {1}, {2}, {3}, {4}, {5}) ON CONFLICT ("Key") DO NOTHING
        """;

    private const string Sqlite = "INSERT INTO claims " + Insert;
    private const string Postgres = $"INSERT INTO {ResultsDbContext.SchemaName}.claims " + Insert;

    /// <summary>Claims what the receipt shows, and marks it, or later ones of its batch, as duplicates. The caller saves and commits.</summary>
    public async Task JudgeAsync(ResultsDbContext database, ResultRow row, PaymentIdentity identity, CancellationToken cancellationToken)
    {
        if (identity.Keys.Count == 0)
        {
            return;
        }

        // Every transaction takes its locks in this order, then its keys in theirs, so that no two wait for each other.
        await database.LockAsync($"batch {row.RequestId}", cancellationToken);
        if (identity.Payment is { } payment)
        {
            await database.LockAsync($"payment {payment.Date} {payment.Amount}", cancellationToken);
        }

        var oldest = row.StoredAt - options.Value.Retention;
        await TakeAsync(database, row, identity.Keys, oldest, cancellationToken);
        if (row.Duplicate == DuplicateKind.None && identity.Payment is not null)
        {
            await NearMissFinder.CompareAsync(database, row, identity.Payment, oldest, cancellationToken);
        }
    }

    private static async Task TakeAsync(
        ResultsDbContext database, ResultRow row, IReadOnlyList<string> keys, DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        await database.Claims.Where(claim => keys.Contains(claim.Key) && claim.ClaimedAt < oldest).ExecuteDeleteAsync(cancellationToken);
        foreach (var key in keys)
        {
            // Waits for another transaction that is taking the same key; what it left is read below.
            await database.Database.ExecuteSqlRawAsync(
                database.IsPostgres ? Postgres : Sqlite,
                [key, row.ReceiptId, row.RequestId, row.Position, row.StoredName, row.StoredAt.UtcDateTime],
                cancellationToken);
        }

        // A receipt that is read again, in this batch or in another, is no duplicate of itself.
        var held = await database.Claims.AsNoTracking()
            .Where(claim => keys.Contains(claim.Key) && claim.ReceiptId != row.ReceiptId)
            .OrderBy(claim => claim.ClaimedAt).ThenBy(claim => claim.Position).ToListAsync(cancellationToken);
        if (held.Count > 0)
        {
            await SettleAsync(database, row, held, cancellationToken);
        }
    }

    /// <summary>
    /// Names the first of all that showed the payment and makes the others duplicates of it. Only results of this batch change: it
    /// still runs, because this receipt is part of it.
    /// </summary>
    private static async Task SettleAsync(
        ResultsDbContext database, ResultRow row, List<ClaimRow> held, CancellationToken cancellationToken)
    {
        var self = SeenReceipt.Of(row);
        var holders = held.Select(SeenReceipt.Of).Distinct().ToList();
        var before = holders.Where(holder => !holder.ArrivedAfter(row)).ToList();
        var first = before.FirstOrDefault(holder => holder.RequestId != row.RequestId) ?? before.MinBy(holder => holder.Position) ?? self;
        foreach (var former in holders.Where(holder => holder.RequestId == row.RequestId && holder != first))
        {
            await FollowAsync(database, former, row, first, cancellationToken);
        }

        if (first != self)
        {
            var sameImage = held.Any(claim => PaymentIdentity.IsImage(claim.Key));
            RowMarker.Mark(row, sameImage ? DuplicateKind.SameImage : DuplicateKind.SameReference, first);
            await MoveAsync(database, self, first, cancellationToken);
        }
    }

    /// <summary>The latest showed that the former, and so those that follow it, are duplicates of another.</summary>
    private static async Task FollowAsync(
        ResultsDbContext database, SeenReceipt former, ResultRow latest, SeenReceipt first, CancellationToken cancellationToken)
    {
        await MoveAsync(database, former, first, cancellationToken);
        // Later near misses are compared with the first one's payment, not with a copy of it.
        await database.Payments.Where(payment => payment.ReceiptId == former.ReceiptId && payment.RequestId == former.RequestId)
            .ExecuteDeleteAsync(cancellationToken);
        var followers = await database.Results
            .Where(row => row.RequestId == former.RequestId && (row.ReceiptId == former.ReceiptId || row.DuplicateOf == former.ReceiptId))
            .ToListAsync(cancellationToken);
        foreach (var follower in followers)
        {
            var kind = follower.Sha256 == latest.Sha256 ? DuplicateKind.SameImage
                : follower.ReceiptId == former.ReceiptId ? DuplicateKind.SameReference
                : follower.Duplicate;
            RowMarker.Mark(follower, kind, first);
        }
    }

    /// <summary>Whatever a duplicate shows besides is claimed for the first one, so that the next duplicate leads there, too.</summary>
    private static Task<int> MoveAsync(ResultsDbContext database, SeenReceipt from, SeenReceipt to, CancellationToken cancellationToken) =>
        database.Claims.Where(claim => claim.ReceiptId == from.ReceiptId && claim.RequestId == from.RequestId).ExecuteUpdateAsync(
            claim => claim.SetProperty(item => item.ReceiptId, to.ReceiptId).SetProperty(item => item.RequestId, to.RequestId)
                .SetProperty(item => item.Position, to.Position).SetProperty(item => item.StoredName, to.StoredName),
            cancellationToken);
}
