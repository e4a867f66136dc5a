using Microsoft.EntityFrameworkCore;
using Ocr.Results.Claims;
using Ocr.Results.Data;

namespace Ocr.Results.Duplicates;

/// <summary>
/// Finds payments similar to those of the receipts in one transaction, and stores the new ones. Candidates are read once for all receipts and
/// updated with the changes of the transaction.
/// </summary>
internal sealed class PaymentBook(ResultsDbContext database, ResultGroup results)
{
    private const int ComparedEnd = 6;
    private Dictionary<Guid, PaymentRow> _payments = [];

    /// <summary>Reads the candidates for a comparison.</summary>
    public async Task ReadAsync(IReadOnlyList<PaymentRow> shown, DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        if (shown.Count == 0)
        {
            return;
        }

        Guid[] receipts = [.. shown.Select(payment => payment.ReceiptId)];
        string[] tenants = [.. shown.Select(payment => payment.Tenant).Distinct()];
        string[] amounts = [.. shown.Select(payment => payment.Amount).Distinct()];
        string[] dates = [.. shown.Select(payment => payment.Date).Where(date => date.Length > 0).Distinct()];
        // Of other days, only references with a similar start or end are read: an amount such as 100.00 is frequent.
        string[] references = [.. shown.Where(IsLong).Select(payment => payment.Reference)];
        string[] starts = [.. references.Select(reference => reference[..ComparedEnd])];
        string[] ends = [.. references.Select(reference => reference[^ComparedEnd..])];
        // A superset: each row is compared in detail afterwards.
        _payments = await database.Payments.AsNoTracking()
            .Where(other => tenants.Contains(other.Tenant) && amounts.Contains(other.Amount) && other.SeenAt >= oldest
                && (dates.Contains(other.Date) || starts.Contains(other.Reference.Substring(0, ComparedEnd))
                    || ends.Contains(other.Reference.Substring(other.Reference.Length - ComparedEnd))))
            .Union(database.Payments.AsNoTracking().Where(other => receipts.Contains(other.ReceiptId)))
            .ToDictionaryAsync(payment => payment.ReceiptId, cancellationToken);
    }

    /// <summary>Marks the receipt, or those of its batch that arrived after it, and adds its payment. The caller saves.</summary>
    public async Task CompareAsync(ResultRow row, PaymentRow payment, DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        // A receipt that is read again is compared with the payments before its first reading, not with later copies.
        var known = _payments.GetValueOrDefault(row.ReceiptId);
        var others = _payments.Values
            .Where(other => other.ReceiptId != row.ReceiptId && other.SeenAt >= oldest && (known is null || other.SeenAt < known.SeenAt) && MayBeAlike(other, payment))
            .OrderBy(other => other.SeenAt).ThenBy(other => other.Position).ToArray();
        foreach (var other in others)
        {
            var kind = NearMiss.Compare(other, payment);
            if (kind == DuplicateKind.None)
            {
                continue;
            }

            var seen = SeenReceipt.Of(other);
            if (!seen.ArrivedAfter(row))
            {
                MarkUnlessMarked(row, kind, seen);
            }
            else
            {
                var later = await results.WhereAsync(item => item.RequestId == other.RequestId && item.ReceiptId == other.ReceiptId, cancellationToken);
                later.ToList().ForEach(item => MarkUnlessMarked(item, kind, SeenReceipt.Of(row)));
            }
        }

        if (known is null)
        {
            database.Payments.Add(payment);
            _payments.Add(payment.ReceiptId, payment);
        }
    }

    /// <summary>Deletes the payment of a receipt that became a duplicate.</summary>
    public async Task RemoveAsync(SeenReceipt receipt, CancellationToken cancellationToken)
    {
        if (_payments.TryGetValue(receipt.ReceiptId, out var payment) && payment.RequestId == receipt.RequestId)
        {
            _payments.Remove(receipt.ReceiptId);
            // A payment that this transaction added is not stored at all.
            database.Entry(payment).State = EntityState.Detached;
        }

        await database.Payments.Where(row => row.ReceiptId == receipt.ReceiptId && row.RequestId == receipt.RequestId).ExecuteDeleteAsync(cancellationToken);
    }

    private static bool IsLong(PaymentRow payment) => payment.Reference.Length >= PaymentIdentity.StrongDigits;

    private static bool MayBeAlike(PaymentRow other, PaymentRow payment) => other.Tenant == payment.Tenant && other.Amount == payment.Amount
        && ((payment.Date.Length > 0 && other.Date == payment.Date)
            || (IsLong(payment)
                && (other.Reference.StartsWith(payment.Reference[..ComparedEnd], StringComparison.Ordinal)
                    || other.Reference.EndsWith(payment.Reference[^ComparedEnd..], StringComparison.Ordinal))));

    private void MarkUnlessMarked(ResultRow row, DuplicateKind kind, SeenReceipt earlier)
    {
        if (row.Duplicate == DuplicateKind.None)
        {
            results.Mark(row, kind, earlier);
        }
    }
}
