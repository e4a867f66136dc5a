using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;

namespace Ocr.Ingest.Dispatch;

/// <summary>
/// Assigns turns to receipts: fair queueing by the start times of each owner (docs/adr/0031). The distance between two receipts of an owner is
/// the cost of the first, divided by the weight of the owner. A new owner starts at the current turn of the queue, so it does not wait for another owner's backlog.
/// </summary>
internal sealed class FairTurns(double now, Dictionary<string, (double Cheap, double Any)> last)
{
    /// <summary>Receipts with a higher cost wait for cheaper ones of the same owner, and cheaper ones do not wait for them.</summary>
    public const double Cheap = 2;

    /// <summary>Reads the current turn of the queue and of each owner. Call inside the transaction that claims their receipts.</summary>
    public static async Task<FairTurns> ReadAsync(
        IngestDbContext database, IReadOnlyCollection<string> owners, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = database.Receipts.Where(row => row.State == ReceiptState.Processing);
        var turn = await open.Where(row => row.LeaseUntil <= now).MinAsync(row => (double?)(row.Turn - (row.Cost / row.Weight)), cancellationToken)
            ?? await open.MaxAsync(row => (double?)row.Turn, cancellationToken)
            ?? 0;
        var last = await open.Where(row => owners.Contains(row.Owner)).GroupBy(row => row.Owner)
            .Select(group => new { Owner = group.Key, Cheap = group.Max(row => row.Cost <= Cheap ? row.Turn : 0), Any = group.Max(row => row.Turn) })
            .ToDictionaryAsync(group => group.Owner, group => (group.Cheap, group.Any), cancellationToken);
        return new FairTurns(turn, last);
    }

    /// <summary>Sets the turns of newly claimed receipts: cheap ones of each owner first, otherwise in order of arrival.</summary>
    public void Give(IEnumerable<ReceiptRow> rows)
    {
        foreach (var row in rows.OrderBy(row => row.Cost > Cheap).ThenBy(row => row.Id))
        {
            var (cheap, any) = last.GetValueOrDefault(row.Owner);
            row.Turn = Math.Max(now, row.Cost <= Cheap ? cheap : any) + (row.Cost / row.Weight);
            last[row.Owner] = (row.Cost <= Cheap ? row.Turn : cheap, Math.Max(any, row.Turn));
        }
    }
}
