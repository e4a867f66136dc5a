using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Results.Cleaning;

/// <summary>Removes finished batches with their results. Claims are not theirs: they have a retention of their own.</summary>
internal sealed class ResultCleaner(IDbContextFactory<ResultsDbContext> contexts, TimeProvider time)
{
    // Longer than any message is on its way.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>Removes what the request names, and says what is left.</summary>
    public async Task<ResultsCleaned> CleanAsync(CleanResults request, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = request.Tenant is { } tenant ? TenantScope.Of(tenant) : TenantScope.All;
        var (gone, removed, bytes) = await RemoveAsync(database, request.RequestIds, cancellationToken);
        return new ResultsCleaned
        {
            RequestIds = gone,
            Removed = removed,
            FreedBytes = bytes,
            Preserved = await database.Results.Of(scope).CountAsync(cancellationToken),
            PreservedFiles = await database.Results.Of(scope).OrderByDescending(row => row.Id).Take(request.MaxNames)
                .Select(row => row.ResultFile).ToListAsync(cancellationToken),
        };
    }

    /// <summary>Those of some batches that were removed.</summary>
    public async Task<IReadOnlyCollection<string>> RemovedAsync(string[] requestIds)
    {
        await using var database = await contexts.CreateDbContextAsync();
        return await database.RemovedBatches.Where(batch => requestIds.Contains(batch.RequestId)).Select(batch => batch.RequestId).ToListAsync();
    }

    private async Task<(IReadOnlyList<string> Gone, int Removed, long Bytes)> RemoveAsync(
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
        var gone = requestIds.Except(running).ToArray();
        var bytes = await database.Results.Where(row => gone.Contains(row.RequestId)).SumAsync(row => (long)row.DocumentBytes, cancellationToken);
        var removed = await database.Results.Where(row => gone.Contains(row.RequestId)).ExecuteDeleteAsync(cancellationToken);
        await RemoveReceiptsAsync(database, gone, cancellationToken);
        await database.Batches.Where(batch => gone.Contains(batch.RequestId)).ExecuteDeleteAsync(cancellationToken);

        // A request that is repeated finds its batches remembered.
        await database.RemovedBatches.Where(batch => gone.Contains(batch.RequestId) || batch.RemovedAt < now - Remembered)
            .ExecuteDeleteAsync(cancellationToken);
        database.RemovedBatches.AddRange(gone.Select(requestId => new RemovedBatchRow { RequestId = requestId, RemovedAt = now }));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (gone, removed, bytes);
    }

    // A receipt goes with its current reading, unless a later one of another batch became current.
    private static async Task RemoveReceiptsAsync(ResultsDbContext database, string[] gone, CancellationToken cancellationToken)
    {
        var receipts = database.Receipts.Where(row => gone.Contains(row.RequestId));
        await database.ReviewLog.Where(log => receipts.Any(row => row.ReceiptId == log.ReceiptId)).ExecuteDeleteAsync(cancellationToken);
        await receipts.ExecuteDeleteAsync(cancellationToken);
    }
}
