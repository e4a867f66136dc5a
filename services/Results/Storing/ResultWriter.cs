using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Results.Duplicates;
using Ocr.Results.Telemetry;

namespace Ocr.Results.Storing;

/// <summary>A reading to store.</summary>
/// <param name="Completed">Outcome of the receipt.</param>
/// <param name="Traceparent">Trace context of its message.</param>
internal sealed record Incoming(CompletedReceipt Completed, string? Traceparent)
{
    /// <summary>Key of the result, which is unique.</summary>
    public (string RequestId, Guid ReceiptId) Key => (Completed.Batch.RequestId, Completed.Receipt.ReceiptId);
}

/// <summary>Stores readings in one transaction.</summary>
internal sealed class ResultWriter(
    IDbContextFactory<ResultsDbContext> contexts, BatchStore batches, DrawBook draws, ResultCleaner cleaner, ClaimLedger claims, ResultsMetrics metrics,
    TimeProvider time)
{
    /// <summary>Returns the stored result of each reading; <see langword="null"/> where the batch was removed.</summary>
    public async Task<IReadOnlyList<StoredResult?>> WriteAsync(IReadOnlyList<Incoming> incoming)
    {
        var removed = await cleaner.RemovedAsync([.. incoming.Select(item => item.Key.RequestId).Distinct()]);
        Incoming[] kept = [.. incoming.Where(item => !removed.Contains(item.Key.RequestId))];
        foreach (var batch in kept.Select(item => item.Completed.Batch).DistinctBy(batch => batch.RequestId))
        {
            await batches.NoteAsync(
                new BatchHistoryRow
                {
                    RequestId = batch.RequestId,
                    Size = batch.Size,
                    Profile = batch.Profile,
                    OpenedAt = batch.OpenedAt,
                    Tenant = batch.Tenant,
                    RereadBy = batch.RereadBy,
                },
                CancellationToken.None);
        }

        foreach (var completed in kept.Select(item => item.Completed))
        {
            await draws.NoteAsync(completed.Batch.Tenant, completed.Receipt.Metadata.DrawDate, completed.Receipt.Metadata.DrawNumber, CancellationToken.None);
        }

        var stored = kept.Length == 0 ? [] : await StoreAsync(kept);
        return [.. incoming.Select(item => stored.TryGetValue(item.Key, out var row) ? StoredResult.Of(row, item.Completed.Batch.Size) : null)];
    }

    /// <summary>Stores readings and rolls back; nothing is counted.</summary>
    public async Task RehearseAsync(IReadOnlyList<Incoming> incoming)
    {
        await cleaner.RemovedAsync([.. incoming.Select(item => item.Key.RequestId)]);
        await StoreAsync([.. incoming], forGood: false);
    }

    private async Task<Dictionary<(string RequestId, Guid ReceiptId), ResultRow>> StoreAsync(Incoming[] incoming, bool forGood = true)
    {
        await using var database = await contexts.CreateDbContextAsync();
        await using var transaction = await database.Database.BeginTransactionAsync();
        var now = time.GetUtcMilliseconds();
        var drafts = incoming.DistinctBy(item => item.Key).Select(item => Draft.Of(item, now)).ToList();
        string[] requests = [.. drafts.Select(draft => draft.Row.RequestId).Distinct()];
        // These batches are locked until the end of the transaction, so that no other transaction stores results of them.
        await ClaimLedger.LockAsync(database, requests, drafts.Select(draft => draft.Identity), CancellationToken.None);
        var rows = await FindAsync(database, requests, [.. drafts.Select(draft => draft.Row.ReceiptId)]);
        drafts.RemoveAll(draft => rows.ContainsKey(draft.Key));
        var results = await InsertAsync(database, drafts);
        await BatchStore.FinishAsync(database, requests, now, CancellationToken.None);
        if (!forGood)
        {
            await transaction.RollbackAsync();
            return rows;
        }

        await transaction.CommitAsync();
        Count(incoming.Length - drafts.Count, drafts, results);
        drafts.ForEach(draft => rows.Add(draft.Key, draft.Row));
        return rows;
    }

    private async Task<ResultGroup> InsertAsync(ResultsDbContext database, IReadOnlyList<Draft> drafts)
    {
        var results = new ResultGroup(database);
        foreach (var draft in drafts)
        {
            results.Add(draft.Row, draft.Completed);
        }

        await claims.JudgeAsync(database, results, [.. drafts.Select(draft => (draft.Row, draft.Identity))], CancellationToken.None);
        await results.WriteAsync(CancellationToken.None);
        await database.SaveChangesAsync();
        return results;
    }

    private static async Task<Dictionary<(string RequestId, Guid ReceiptId), ResultRow>> FindAsync(
        ResultsDbContext database, string[] requests, Guid[] receipts)
    {
        // A receipt that is read again in another batch can be among them; it is excluded.
        var rows = await database.Results.AsNoTracking()
            .Where(row => requests.Contains(row.RequestId) && receipts.Contains(row.ReceiptId)).ToListAsync();
        return rows.ToDictionary(row => (row.RequestId, row.ReceiptId));
    }

    private void Count(int duplicates, IEnumerable<Draft> drafts, ResultGroup results)
    {
        for (var count = 0; count < duplicates; count++)
        {
            metrics.Duplicate();
        }

        foreach (var draft in drafts)
        {
            metrics.Stored(draft.Row, draft.Completed, results.DecisionOn(draft.Row));
        }
    }

    private sealed record Draft(CompletedReceipt Completed, ResultRow Row, PaymentIdentity Identity)
    {
        public (string RequestId, Guid ReceiptId) Key => (Row.RequestId, Row.ReceiptId);

        public static Draft Of(Incoming incoming, DateTimeOffset now)
        {
            var row = RowWriter.Write(incoming.Completed, now, incoming.Traceparent);
            return new Draft(incoming.Completed, row, PaymentIdentity.Of(incoming.Completed, row));
        }
    }
}
