using Microsoft.Extensions.Options;
using Ocr.Persistence;
using Ocr.Results.Claims;
using Ocr.Results.Data;

namespace Ocr.Results.Duplicates;

/// <summary>
/// Finds payments that were sent twice (docs/adr/0015). Runs inside the transaction that stores the results, so that result and claim
/// are stored together. Across batches the first stored receipt owns a key; within a batch the first that arrived.
/// </summary>
internal sealed class ClaimLedger(IOptions<ClaimOptions> options)
{
    /// <summary>
    /// Serialises transactions with the same batches or payments. Every transaction takes these locks first, and then its keys in
    /// their order, so that two transactions cannot deadlock.
    /// </summary>
    public static Task LockAsync(
        ResultsDbContext database, IEnumerable<string> batches, IEnumerable<PaymentIdentity> identities, CancellationToken cancellationToken) =>
        database.LockAsync(
            [
                .. batches.Select(batch => $"batch {batch}"),
                .. identities.Select(identity => identity.Payment).OfType<PaymentRow>().Select(payment => $"payment {payment.Amount}"),
            ],
            cancellationToken);

    /// <summary>
    /// Claims the keys of new results in order, and marks them, or later ones of their batch, as duplicates. The caller saves and commits.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="results">The results of the transaction, the new ones added.</param>
    /// <param name="shown">Keys and payments of the new results, in order of arrival; stored at one instant.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task JudgeAsync(
        ResultsDbContext database, ResultGroup results, IReadOnlyList<(ResultRow Row, PaymentIdentity Identity)> shown, CancellationToken cancellationToken)
    {
        (ResultRow Row, PaymentIdentity Identity)[] claimants = [.. shown.Where(item => item.Identity.Keys.Count > 0)];
        if (claimants.Length == 0)
        {
            return;
        }

        var oldest = claimants[0].Row.StoredAt - options.Value.Retention;
        var claims = new ClaimBook(database);
        await claims.TakeAsync(
            claimants.SelectMany(item => item.Identity.Keys.Select(key => Claim(key, item.Row))).DistinctBy(claim => claim.Key), oldest, cancellationToken);
        var payments = new PaymentBook(database, results);
        await payments.ReadAsync([.. claimants.Select(item => item.Identity.Payment).OfType<PaymentRow>()], oldest, cancellationToken);
        foreach (var (row, identity) in claimants)
        {
            await SettleAsync(row, claims.OfOthers(identity.Keys, row.ReceiptId), claims, payments, results, cancellationToken);
            if (row.Duplicate == DuplicateKind.None && identity.Payment is not null)
            {
                await payments.CompareAsync(row, identity.Payment, oldest, cancellationToken);
            }
        }
    }

    private static ClaimRow Claim(string key, ResultRow row) => new()
    {
        Key = key,
        ReceiptId = row.ReceiptId,
        RequestId = row.RequestId,
        Position = row.Position,
        StoredName = row.StoredName,
        ClaimedAt = row.StoredAt,
    };

    /// <summary>
    /// Names the first receipt that showed the payment and marks the others as its duplicates. Only results of this batch change, and it
    /// still runs, because this receipt is part of it. A receipt that is read again, in this batch or in another, is not a duplicate of itself.
    /// </summary>
    private static async Task SettleAsync(
        ResultRow row, IReadOnlyList<ClaimRow> held, ClaimBook claims, PaymentBook payments, ResultGroup results, CancellationToken cancellationToken)
    {
        if (held.Count == 0)
        {
            return;
        }

        var self = SeenReceipt.Of(row);
        var sameImage = held.Any(claim => PaymentIdentity.IsImage(claim.Key));
        var holders = held.Select(SeenReceipt.Of).Distinct().ToList();
        var before = holders.Where(holder => !holder.ArrivedAfter(row)).ToList();
        var first = before.FirstOrDefault(holder => holder.RequestId != row.RequestId) ?? before.MinBy(holder => holder.Position) ?? self;
        foreach (var former in holders.Where(holder => holder.RequestId == row.RequestId && holder != first))
        {
            // Later near misses are compared with the payment of the first receipt, not with a copy of it.
            await claims.MoveAsync(former, first, cancellationToken);
            await payments.RemoveAsync(former, cancellationToken);
            await FollowAsync(former, row, first, results, cancellationToken);
        }

        if (first != self)
        {
            results.Mark(row, sameImage ? DuplicateKind.SameImage : DuplicateKind.SameReference, first);
            if (claims.IsHolder(self))
            {
                await claims.MoveAsync(self, first, cancellationToken);
            }
        }
    }

    /// <summary>The latest receipt showed that the former first one, and its duplicates, are duplicates of another.</summary>
    private static async Task FollowAsync(
        SeenReceipt former, ResultRow latest, SeenReceipt first, ResultGroup results, CancellationToken cancellationToken)
    {
        var followers = await results.WhereAsync(
            row => row.RequestId == former.RequestId && (row.ReceiptId == former.ReceiptId || row.DuplicateOf == former.ReceiptId), cancellationToken);
        foreach (var follower in followers)
        {
            var kind = follower.Sha256 == latest.Sha256 ? DuplicateKind.SameImage
                : follower.ReceiptId == former.ReceiptId ? DuplicateKind.SameReference
                : follower.Duplicate;
            results.Mark(follower, kind, first);
        }
    }
}
