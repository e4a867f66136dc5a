using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Persistence;
using Ocr.Results.Cleaning;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Results.Data;

/// <summary>Removes finished batches with their results. Claims have a separate retention.</summary>
internal sealed class ResultCleaner(IDbContextFactory<ResultsDbContext> contexts, TimeProvider time)
{
    // Longer than the maximum time of a message in transit.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>Removes the batches of the request, and returns the remaining results.</summary>
    public async Task<ResultsCleaned> CleanAsync(CleanResults request, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = request.Tenant is { } tenant ? TenantScope.Of(tenant) : TenantScope.All;
        var (removedIds, removed, bytes) = await RemoveAsync(database, request.RequestIds, cancellationToken);
        return new ResultsCleaned
        {
            RequestIds = removedIds,
            Removed = removed,
            FreedBytes = bytes,
            Preserved = await database.Results.Of(scope).CountAsync(cancellationToken),
            PreservedFiles = await database.Results.Of(scope).OrderByDescending(row => row.Id).Take(request.MaxNames)
                .Select(row => row.ResultFile).ToListAsync(cancellationToken),
        };
    }

    /// <summary>The batches of a list that were removed.</summary>
    public async Task<IReadOnlyCollection<string>> RemovedAsync(string[] requestIds)
    {
        await using var database = await contexts.CreateDbContextAsync();
        return await database.RemovedBatches.Where(batch => requestIds.Contains(batch.RequestId)).Select(batch => batch.RequestId).ToListAsync();
    }

    private async Task<(IReadOnlyList<string> RemovedIds, int Removed, long Bytes)> RemoveAsync(
        ResultsDbContext database, IReadOnlyList<string> requestIds, CancellationToken cancellationToken)
    {
        if (requestIds.Count == 0)
        {
            return ([], 0, 0);
        }

        var now = time.GetUtcMilliseconds();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var running = await database.Batches.Where(batch => requestIds.Contains(batch.RequestId) && batch.FinishedAt == null)
            .Select(batch => batch.RequestId).ToListAsync(cancellationToken);
        var removedIds = requestIds.Except(running).ToArray();
        var bytes = await database.Results.Where(row => removedIds.Contains(row.RequestId)).SumAsync(row => (long)row.DocumentBytes, cancellationToken);
        var removed = await database.Results.Where(row => removedIds.Contains(row.RequestId)).ExecuteDeleteAsync(cancellationToken);
        await RemoveReceiptsAsync(database, removedIds, cancellationToken);
        await database.Batches.Where(batch => removedIds.Contains(batch.RequestId)).ExecuteDeleteAsync(cancellationToken);

        // A repeated request finds its batches in this table.
        await database.RemovedBatches.Where(batch => removedIds.Contains(batch.RequestId) || batch.RemovedAt < now - Remembered)
            .ExecuteDeleteAsync(cancellationToken);
        database.RemovedBatches.AddRange(removedIds.Select(requestId => new RemovedBatchRow { RequestId = requestId, RemovedAt = now }));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (removedIds, removed, bytes);
    }

    // A receipt is removed with its current reading, unless a later reading of another batch is current.
    private static async Task RemoveReceiptsAsync(ResultsDbContext database, string[] removedIds, CancellationToken cancellationToken)
    {
        var receipts = database.Receipts.Where(row => removedIds.Contains(row.RequestId));
        await database.ReviewLog.Where(log => receipts.Any(row => row.ReceiptId == log.ReceiptId)).ExecuteDeleteAsync(cancellationToken);
        await receipts.ExecuteDeleteAsync(cancellationToken);
    }
}
