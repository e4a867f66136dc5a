using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Ingest.Objects;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Cleaning;

/// <summary>
/// Removes the images of receipts that could not be read, once their batch is finished. Their rows stay, because the batch still
/// counts them.
/// </summary>
internal sealed class FailedSweep(IDbContextFactory<IngestDbContext> contexts, ImageRemover images)
{
    private const int Chunk = 200;

    /// <summary>Removes images of receipts that failed before an instant.</summary>
    public async Task<CleanReport> RunAsync(DateTimeOffset before, TenantScope scope, CancellationToken cancellationToken)
    {
        var report = new CleanReport(0, 0, 0);
        int seen;
        do
        {
            var rows = await MarkAsync(before, scope, cancellationToken);
            var (_, bytes) = await images.RemoveUnusedAsync(rows, cancellationToken);
            report += new CleanReport(rows.Count, 0, bytes);
            seen = rows.Count;
        }
        while (seen == Chunk);
        return report;
    }

    private async Task<List<(string Key, long Bytes)>> MarkAsync(DateTimeOffset before, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await database.Receipts.Of(scope)
            .Where(row => row.State == ReceiptState.Failed && !row.ImageRemoved && (row.FinalAt ?? row.Outcome.StoredAt) <= before
                && !database.Receipts.Any(other => other.RequestId == row.RequestId && other.State == ReceiptState.Processing))
            .OrderBy(row => row.Id).Take(Chunk).Select(row => new { row.Id, row.ObjectKey, row.SizeBytes }).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToArray();
        await database.Receipts.Where(row => ids.Contains(row.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(item => item.ImageRemoved, true), cancellationToken);
        return [.. rows.Select(row => (row.ObjectKey, row.SizeBytes))];
    }
}
