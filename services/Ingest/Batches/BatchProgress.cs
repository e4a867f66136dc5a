using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Batches;

/// <summary>A batch with its receipts, as stored in the rows.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Receipts">Its receipts, in order of arrival.</param>
internal sealed record BatchProgress(BatchRow Batch, IReadOnlyList<ReceiptRow> Receipts)
{
    /// <summary>Receipts that are final, in order of arrival.</summary>
    public IReadOnlyList<ReceiptRow> Final { get; } = [.. Receipts.Where(row => row.State is ReceiptState.Processed or ReceiptState.Failed)];

    /// <summary>Number of error results.</summary>
    public int Failed => Final.Count(row => row.State == ReceiptState.Failed);

    /// <summary>Whether every receipt is final.</summary>
    public bool IsFinished => Final.Count == Batch.Size;

    /// <summary>A batch whose receipts were not read.</summary>
    public static BatchProgress Unknown(BatchRow batch) => new(batch, []);

    /// <summary>Reads a batch; <see langword="null"/> when no batch has this id, or a cleaning has just removed it.</summary>
    public static async Task<BatchProgress?> ReadAsync(
        IngestDbContext database, string requestId, TenantScope scope, CancellationToken cancellationToken)
    {
        var batch = await database.Batches.AsNoTracking().Of(scope).SingleOrDefaultAsync(row => row.RequestId == requestId, cancellationToken);
        var receipts = await database.Receipts.AsNoTracking()
            .Where(row => row.RequestId == requestId).OrderBy(row => row.Position).ToListAsync(cancellationToken);
        return batch is null || receipts.Count == 0 ? null : new BatchProgress(batch, receipts);
    }
}
