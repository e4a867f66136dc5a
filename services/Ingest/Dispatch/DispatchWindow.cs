using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Data;
using Ocr.Ingest.Workers;

namespace Ocr.Ingest.Dispatch;

/// <summary>
/// Limits the work that workers have. They read receipts in the order of sending, so the queue is kept short: long enough that no worker waits and
/// that the scaler sees a queue. Further receipts wait as rows, whose order can still change (docs/adr/0031).
/// </summary>
internal sealed class DispatchWindow(IOptions<IngestOptions> options, WorkerBoard workers)
{
    // Unit: cost, 1 for an ordinary receipt. About a second of work per concurrent reading, which is longer than a result takes to reach the row.
    private const int ForEachReading = 30;
    private const int Min = 40;

    /// <summary>Number and total cost of receipts that can be sent now. A single receipt may exceed the cost.</summary>
    public async Task<(int Count, double Cost)> RoomAsync(IngestDbContext database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sent = await database.Receipts.Where(row => row.State == ReceiptState.Processing && row.LeaseUntil > now)
            .GroupBy(row => 1).Select(group => new { Count = group.Count(), Cost = group.Sum(row => row.Cost) })
            .SingleOrDefaultAsync(cancellationToken);
        // A receipt that was in flight at two crashes is sent alone, and nothing else is sent until it is final: if it causes the crash,
        // only its own attempts are charged.
        if (await database.Receipts.AnyAsync(row => row.State == ReceiptState.Processing && row.Crashes >= ReceiptRow.Suspicious, cancellationToken))
        {
            return (1 - (sent?.Count ?? 0), 1);
        }

        var max = Math.Min(options.Value.MaxInFlight, Math.Max(Min, ForEachReading * workers.Parallelism));
        var cost = max - (sent?.Cost ?? 0);
        return (cost > 0 ? options.Value.MaxInFlight - (sent?.Count ?? 0) : 0, cost);
    }

    /// <summary>The first rows that fit the available cost.</summary>
    public static IReadOnlyList<ReceiptRow> Fill(IReadOnlyList<ReceiptRow> rows, double cost)
    {
        var filled = 0d;
        return [.. rows.TakeWhile(row =>
        {
            var fits = filled < cost;
            filled += row.Cost;
            return fits;
        })];
    }
}
