using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Results.Projection;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Json;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Results.Reviews;

/// <summary>Stores decisions and corrections. A change is based on a version; of two changes that are based on the same version, the second is refused.</summary>
internal sealed class ReviewStore(IDbContextFactory<ResultsDbContext> contexts, TimeProvider time)
{
    private const int LockAttempts = 5;

    /// <summary>Reads a receipt.</summary>
    /// <exception cref="ApiException">404 when there is none.</exception>
    public async Task<ReceiptIndexRow> ReadAsync(Guid receiptId, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        return await database.Receipts.AsNoTracking().Of(scope).SingleOrDefaultAsync(row => row.ReceiptId == receiptId, cancellationToken) ?? throw NotFound();
    }

    /// <summary>Stores a decision.</summary>
    /// <exception cref="ApiException">404, or 412 when the receipt has another version.</exception>
    public async Task<(ReceiptIndexRow Receipt, ReviewLogRow Log)> DecideAsync(ReviewCall call, DecisionRequest decision, CancellationToken cancellationToken) =>
        await ChangeAsync(
            call,
            (receipt, _, now) =>
            {
                var before = receipt.Review;
                (receipt.Review, receipt.ReviewedBy, receipt.ReviewedAt, receipt.ReviewReason) = (decision.State, call.Person, now, decision.Reason);
                var data = new DecisionLogData(decision.State.Name(), before.Name(), decision.Reason, receipt.RequestId);
                return (ReviewActions.Decision, JsonSerializer.Serialize(data, OcrJson.Options));
            },
            cancellationToken);

    /// <summary>Stores corrections.</summary>
    /// <param name="call">Person, receipt and versions of the change.</param>
    /// <param name="checkedFields">Valid fields by key; <see langword="null"/> withdraws the correction.</param>
    /// <param name="reason">Reason of the change.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ApiException">404, or 412 when the receipt has another version.</exception>
    public async Task<ReceiptIndexRow> CorrectAsync(
        ReviewCall call, IReadOnlyDictionary<string, ExtractedField?> checkedFields, string? reason, CancellationToken cancellationToken)
    {
        var (receipt, _) = await ChangeAsync(
            call,
            (receipt, current, now) =>
            {
                var changes = Corrections.Apply(receipt, current, checkedFields, call.Person, now);
                return (ReviewActions.Correction, JsonSerializer.Serialize(new CorrectionLogData(changes, reason), OcrJson.Options));
            },
            cancellationToken);
        return receipt;
    }

    /// <summary>Marks the event of a decision as confirmed.</summary>
    public async Task MarkPublishedAsync(long logId, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await database.ReviewLog.Where(row => row.Id == logId).ExecuteUpdateAsync(row => row.SetProperty(item => item.Unpublished, false), cancellationToken);
    }

    private async Task<(ReceiptIndexRow Receipt, ReviewLogRow Log)> ChangeAsync(
        ReviewCall call, Func<ReceiptIndexRow, ResultRow, DateTimeOffset, (string Action, string Data)> change, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var (receipt, results) = await LockAsync(database, call, cancellationToken);
        if (!call.BasedOn.Contains(EntityTags.Of(receipt)))
        {
            throw new StaleReviewException(receipt);
        }

        var now = time.GetUtcMilliseconds();
        var (action, data) = change(receipt, results.Single(row => row.RequestId == receipt.RequestId), now);
        receipt.Version++;
        results.ForEach(row => RowWriter.WriteReview(row, receipt));
        var log = new ReviewLogRow
        {
            Tenant = receipt.Tenant,
            ReceiptId = receipt.ReceiptId,
            Version = receipt.Version,
            Action = action,
            Person = call.Person,
            At = now,
            Data = data,
            Unpublished = action == ReviewActions.Decision,
        };
        database.ReviewLog.Add(log);
        await database.SaveChangesAsync(cancellationToken);
        // A cancelled commit can have succeeded.
        await transaction.CommitAsync(CancellationToken.None);
        return (receipt, log);
    }

    /// <summary>Locks the batches of a receipt, then the receipt, in the order of the transactions that store results.</summary>
    private static async Task<(ReceiptIndexRow Receipt, List<ResultRow> Results)> LockAsync(
        ResultsDbContext database, ReviewCall call, CancellationToken cancellationToken)
    {
        var locked = new HashSet<string>();
        for (var attempt = 0; attempt < LockAttempts; attempt++)
        {
            var batches = await database.Results.Of(call.Scope).Where(row => row.ReceiptId == call.ReceiptId)
                .Select(row => row.RequestId).ToListAsync(cancellationToken);
            if (batches.Count == 0)
            {
                throw NotFound();
            }

            locked.UnionWith(batches);
            await database.LockAsync(locked.Select(batch => $"batch {batch}"), cancellationToken);
            var index = new ReceiptIndex(database);
            await index.LoadAsync([call.ReceiptId], cancellationToken);
            var results = await database.Results.Where(row => row.ReceiptId == call.ReceiptId).ToListAsync(cancellationToken);
            if (results.TrueForAll(row => locked.Contains(row.RequestId)))
            {
                return (index.Find(call.ReceiptId) ?? throw NotFound(), results);
            }

            database.ChangeTracker.Clear();
        }

        throw new ApiException(ApiErrors.Of(StatusCodes.Status503ServiceUnavailable));
    }

    private static ApiException NotFound() => new(ApiErrors.NotFound("No existe un recibo con ese identificador"));
}

/// <summary>Person, receipt and versions of a change.</summary>
internal sealed record ReviewCall(Guid ReceiptId, TenantScope Scope, string Person, IReadOnlyList<string> BasedOn);

/// <summary>A change that is based on another version than the current one.</summary>
internal sealed class StaleReviewException(ReceiptIndexRow current) : Exception
{
    /// <summary>The current receipt.</summary>
    public ReceiptIndexRow Current { get; } = current;
}
