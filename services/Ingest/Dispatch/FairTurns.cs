using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;

namespace Ocr.Ingest.Dispatch;

/// <summary>
/// Gives receipts their turns: fair queueing by the start times of each owner (docs/adr/0031). An owner's receipts stand one behind the other,
/// each as far as the cost of the one before, divided by the weight of the owner; an owner who comes anew starts where the queue is now, and so never behind another's backlog.
/// </summary>
internal sealed class FairTurns(double now, Dictionary<string, (double Cheap, double Any)> last)
{
    /// <summary>What costs more than this waits for the owner's cheaper ones, and these do not wait for it.</summary>
    public const double Cheap = 2;

    /// <summary>Where the queue stands, and where each of the owners does. Call inside the transaction that claims their receipts.</summary>
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

    /// <summary>Sets the turns of newly claimed receipts: of each owner the cheap ones first, and otherwise as they came.</summary>
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
