using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Ingest.Dispatch;
using Ocr.Ingest.Objects;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Cleaning;

/// <summary>
/// Removes finished batches completely: first their results, which Results owns, then their rows, then their images. After an interruption, the next
/// run requests the removal of the same batches again. The completion of a batch is published before it is removed.
/// </summary>
internal sealed class FinishedBatchSweep(IDbContextFactory<IngestDbContext> contexts, CompletionPublisher completions, ResultsArchive results, ImageRemover images)
{
    private const int Chunk = 100;

    /// <summary>Removes batches whose last receipt became final before an instant of the service clock.</summary>
    public async Task<CleanReport> RunAsync(DateTimeOffset before, TenantScope scope, CancellationToken cancellationToken)
    {
        var report = new CleanReport(0, 0, 0);
        while (await completions.PublishAsync(cancellationToken))
        {
        }

        var after = "";
        while (await FindAsync(before, after, scope, cancellationToken) is { Count: > 0 } found)
        {
            after = found[^1];
            var response = await results.RemoveAsync(found, cancellationToken);
            var rows = await DeleteAsync(response.RequestIds, cancellationToken);
            var (_, bytes) = await images.RemoveUnusedAsync(rows.Select(row => (row.ObjectKey, row.SizeBytes)), cancellationToken);
            report += new CleanReport(rows.Count(row => !row.ImageRemoved), response.Removed, bytes + response.FreedBytes);
        }

        return report;
    }

    private async Task<IReadOnlyList<string>> FindAsync(DateTimeOffset before, string after, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        return await database.Batches.Of(scope)
            .Where(batch => string.Compare(batch.RequestId, after) > 0 && batch.CompletionPublished
                && !database.Receipts.Any(row => row.RequestId == batch.RequestId
                    && (row.State == ReceiptState.Processing || (row.FinalAt ?? row.Outcome.StoredAt) > before)))
            .OrderBy(batch => batch.RequestId).Take(Chunk).Select(batch => batch.RequestId).ToListAsync(cancellationToken);
    }

    private async Task<List<ReceiptRow>> DeleteAsync(IReadOnlyList<string> requestIds, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var rows = await database.Receipts.AsNoTracking()
            .Where(row => requestIds.Contains(row.RequestId!)).ToListAsync(cancellationToken);
        await database.Receipts.Where(row => requestIds.Contains(row.RequestId!)).ExecuteDeleteAsync(cancellationToken);
        await database.Batches.Where(batch => requestIds.Contains(batch.RequestId)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows;
    }
}
