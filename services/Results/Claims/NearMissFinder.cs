using Microsoft.EntityFrameworkCore;
using Ocr.Results.Data;

namespace Ocr.Results.Claims;

/// <summary>Looks for payments of the same date and amount that may be the one of a receipt, and remembers that one.</summary>
internal static class NearMissFinder
{
    /// <summary>Marks the receipt, or those of its batch that arrived after it, and adds its payment. The caller saves.</summary>
    public static async Task CompareAsync(
        ResultsDbContext database, ResultRow row, PaymentRow payment, DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        var others = await database.Payments.AsNoTracking()
            .Where(other => other.Date == payment.Date && other.Amount == payment.Amount && other.SeenAt >= oldest && other.ReceiptId != row.ReceiptId)
            .OrderBy(other => other.SeenAt).ThenBy(other => other.Position).ToListAsync(cancellationToken);
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
            else if (await database.Results.SingleOrDefaultAsync(
                item => item.RequestId == other.RequestId && item.ReceiptId == other.ReceiptId, cancellationToken) is { } later)
            {
                MarkUnlessMarked(later, kind, SeenReceipt.Of(row));
            }
        }

        if (!await database.Payments.AnyAsync(known => known.ReceiptId == row.ReceiptId, cancellationToken))
        {
            database.Payments.Add(payment);
        }
    }

    private static void MarkUnlessMarked(ResultRow row, DuplicateKind kind, SeenReceipt earlier)
    {
        if (row.Duplicate == DuplicateKind.None)
        {
            RowMarker.Mark(row, kind, earlier);
        }
    }
}
