using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Data;
using Ocr.Ingest.Workers;

namespace Ocr.Ingest.Dispatch;

/// <summary>
/// How much may be with the workers at once. What is there is read in the order it was sent, so it is kept short: enough that no worker waits,
/// and for the scaler to see a queue; the rest waits as rows, whose order can still change (docs/adr/0031).
/// </summary>
internal sealed class DispatchWindow(IOptions<IngestOptions> options, WorkerBoard workers)
{
    /// <summary>A receipt that saw the process end so often is sent alone.</summary>
    public const int Suspicious = 2;

    // Costs, of which an ordinary receipt has 1: some seconds of work for each reading that is done at once.
    private const int ForEachReading = 10;
    private const int Min = 20;

    /// <summary>How many more receipts may be sent now, and of what cost together. A single one may exceed the cost.</summary>
    public async Task<(int Count, double Cost)> RoomAsync(IngestDbContext database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sent = await database.Receipts.Where(row => row.State == ReceiptState.Processing && row.LeaseUntil > now)
            .GroupBy(row => 1).Select(group => new { Count = group.Count(), Cost = group.Sum(row => row.Cost) })
            .SingleOrDefaultAsync(cancellationToken);
        // A receipt that saw the process end twice is sent alone, and so is everything else until it is final: if it is the one that
        // ends the process, it uses up its own attempts and nobody else's.
        if (await database.Receipts.AnyAsync(row => row.State == ReceiptState.Processing && row.Crashes >= Suspicious, cancellationToken))
        {
            return (1 - (sent?.Count ?? 0), 1);
        }

        var max = Math.Min(options.Value.MaxInFlight, Math.Max(Min, ForEachReading * workers.Parallelism));
        var cost = max - (sent?.Cost ?? 0);
        return (cost > 0 ? options.Value.MaxInFlight - (sent?.Count ?? 0) : 0, cost);
    }

    /// <summary>The first rows, until their cost fills the room.</summary>
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
