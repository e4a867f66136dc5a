using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Reviews;

/// <summary>Publishes decisions. The row of the log is the outbox (docs/adr/0003).</summary>
internal sealed class ReviewPublisher(
    IDbContextFactory<ResultsDbContext> contexts, ReviewStore reviews, IMessageBus bus, TimeProvider time, ILogger<ReviewPublisher> logger)
{
    private const int Chunk = 100;

    // Younger rows are published by the request that stored them.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Publishes a decision that was just stored. When that fails, the loop publishes it.</summary>
    public async Task TryPublishAsync(ReviewLogRow row)
    {
        try
        {
            await PublishAsync(row, CancellationToken.None);
        }
        catch (Exception exception)
        {
            Log.DecisionNotPublished(logger, exception);
        }
    }

    /// <summary>Publishes overdue decisions; returns their number.</summary>
    public async Task<int> PublishDueAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcMilliseconds() - Grace;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await database.ReviewLog.AsNoTracking().Where(row => row.Unpublished && row.At <= before)
            .OrderBy(row => row.Id).Take(Chunk).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            await PublishAsync(row, cancellationToken);
        }

        return rows.Count;
    }

    /// <summary>Publishes recent decisions again after a start with a bus that keeps messages in memory, because the ended process may have lost them.</summary>
    public async Task RepeatRecentAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var decisions = database.ReviewLog.Where(row => row.Action == ReviewActions.Decision);
        if (await decisions.MaxAsync(row => (DateTimeOffset?)row.At, cancellationToken) is { } last)
        {
            var since = last - BusOptions.KeptInMemory;
            await decisions.Where(row => row.At >= since).ExecuteUpdateAsync(row => row.SetProperty(item => item.Unpublished, true), cancellationToken);
        }
    }

    private async Task PublishAsync(ReviewLogRow row, CancellationToken cancellationToken)
    {
        var data = JsonSerializer.Deserialize<DecisionLogData>(row.Data, OcrJson.Options)!;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Timeout);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var storedName = await database.Receipts.Where(receipt => receipt.ReceiptId == row.ReceiptId)
            .Select(receipt => receipt.StoredName).FirstOrDefaultAsync(cancellationToken);
        await bus.PublishAsync(
            new ReviewDecided
            {
                Tenant = row.Tenant,
                ReceiptId = row.ReceiptId,
                RequestId = data.RequestId,
                Decision = data.Decision,
                By = row.Person,
                At = row.At,
                StoredName = storedName,
                Reason = data.Reason,
            },
            timeout.Token);
        await reviews.MarkPublishedAsync(row.Id, cancellationToken);
    }
}
