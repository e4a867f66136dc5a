using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Upload;

/// <summary>
/// Limits the reading cost of a sender's images (docs/adr/0017). The capacity of a budget is the cost of one minute; it is refilled steadily. An upload that
/// costs more than the capacity is admitted when the budget is full; the sender then waits until all of the cost is refilled.
/// </summary>
internal sealed class CostBudget(IDbContextFactory<IngestDbContext> contexts, ServiceClock clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Refuses an upload that the budget does not admit now. Call before anything is stored.</summary>
    /// <exception cref="ApiException">429, with the time to wait.</exception>
    public async Task CheckAsync(Sender sender, double cost, CancellationToken cancellationToken)
    {
        if (sender.CostPerMinute > 0)
        {
            await using var database = await contexts.CreateDbContextAsync(cancellationToken);
            var budget = await database.Budgets.AsNoTracking().SingleOrDefaultAsync(row => row.Owner == sender.Owner, cancellationToken);
            Admit(sender, budget, cost, await clock.NowAsync(cancellationToken));
        }
    }

    /// <summary>Charges an upload to its sender. Call inside the transaction that stores it: concurrent uploads of a sender are charged one by one.</summary>
    /// <exception cref="ApiException">429, with the time to wait.</exception>
    public async Task ChargeAsync(IngestDbContext database, Sender sender, double cost, CancellationToken cancellationToken)
    {
        if (sender.CostPerMinute == 0)
        {
            return;
        }

        var now = await clock.NowAsync(cancellationToken);
        await database.InsertOnceAsync(
            "budgets", [(nameof(BudgetRow.Owner), sender.Owner), (nameof(BudgetRow.Used), 0d), (nameof(BudgetRow.At), now.UtcDateTime)], cancellationToken);
        var budget = await database.LockBudgetAsync(sender.Owner, cancellationToken);
        budget.Used = Admit(sender, budget, cost, now) + cost;
        budget.At = now;
    }

    /// <summary>Removes the budgets that were not charged for a day.</summary>
    public async Task RemoveExpiredAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var before = await clock.NowAsync(cancellationToken) - Kept;
        await database.Budgets.Where(row => row.At < before).ExecuteDeleteAsync(cancellationToken);
    }

    // The used cost. The last charge of another replica can be a few milliseconds ahead of this replica's clock.
    private static double Admit(Sender sender, BudgetRow? budget, double cost, DateTimeOffset now)
    {
        double limit = sender.CostPerMinute;
        var minutes = budget is null ? 0 : Math.Max(0, (now - budget.At).TotalMinutes);
        var used = Math.Max(0, (budget?.Used ?? 0) - (minutes * limit));
        var missing = used - Math.Max(0, limit - cost);
        return missing <= 0 ? used : throw UploadErrors.OverBudget(sender.CostPerMinute, cost, TimeSpan.FromMinutes(missing / limit));
    }
}
