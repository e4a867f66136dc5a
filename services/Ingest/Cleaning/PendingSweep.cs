using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Ingest.Objects;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Cleaning;

/// <summary>Removes receipts that are in no batch. A receipt that a batch claims concurrently stays in the batch.</summary>
internal sealed class PendingSweep(IDbContextFactory<IngestDbContext> contexts, ImageRemover images)
{
    private const int Chunk = 200;

    /// <summary>Removes pending receipts that were accepted before an instant of the service clock.</summary>
    public async Task<CleanReport> RunAsync(DateTimeOffset before, TenantScope scope, CancellationToken cancellationToken)
    {
        var report = new CleanReport(0, 0, 0);
        List<ReceiptRow> rows;
        // Repeats until nothing is left: a chunk is smaller than requested when a batch claimed rows during the wait for their locks.
        do
        {
            rows = await TakeAsync(before, scope, cancellationToken);
            // An interruption here leaves images that no receipt references; the orphan sweep removes them.
            var (_, bytes) = await images.RemoveUnusedAsync(rows.Select(row => (row.ObjectKey, row.SizeBytes)), cancellationToken);
            report += new CleanReport(rows.Count, 0, bytes);
        }
        while (rows.Count > 0);
        return report;
    }

    private async Task<List<ReceiptRow>> TakeAsync(DateTimeOffset before, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var rows = await database.LockPendingAsync(scope, before, Chunk, cancellationToken);
        database.Receipts.RemoveRange(rows);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows;
    }
}
