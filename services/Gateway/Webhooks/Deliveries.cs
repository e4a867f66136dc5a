using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Gateway.Data;
using Ocr.Persistence;

namespace Ocr.Gateway.Webhooks;

/// <summary>Queue of due deliveries. A taken delivery is leased: when the process ends before it records the result, it is sent again.</summary>
internal sealed class Deliveries(IDbContextFactory<GatewayDbContext> contexts, IOptions<WebhookOptions> options, TimeProvider time)
{
    // Longer than the timeout of an attempt, so that no other replica sends a delivery in progress.
    private static readonly TimeSpan LeaseMargin = TimeSpan.FromSeconds(30);

    /// <summary>A new delivery of an event.</summary>
    public static DeliveryRow New(WebhookRow webhook, EventRow stored, DateTimeOffset now) => new()
    {
        Tenant = webhook.Tenant,
        WebhookId = webhook.Id,
        Event = stored,
        CreatedAt = now,
        NextAttemptAt = now,
        GiveUpAt = now + Backoff.Total,
    };

    /// <summary>Webhooks with due deliveries.</summary>
    public async Task<IReadOnlyList<WebhookRow>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcMilliseconds();
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        return await database.Webhooks.AsNoTracking()
            .Where(webhook => webhook.Active && database.Deliveries.Any(
                row => row.WebhookId == webhook.Id && row.State == DeliveryState.Pending && row.NextAttemptAt <= now))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Takes due deliveries of a webhook, the oldest first. Those that another replica takes at the same time are skipped.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> TakeAsync(Guid webhookId, int count, CancellationToken cancellationToken)
    {
        var now = time.GetUtcMilliseconds();
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var rows = await LockAsync(database, webhookId, now, count, cancellationToken);
        foreach (var row in rows)
        {
            row.Attempts++;
            row.NextAttemptAt = now + options.Value.Timeout + LeaseMargin;
        }

        var ids = rows.Select(row => row.EventId).ToArray();
        await database.Events.Where(row => ids.Contains(row.Id)).LoadAsync(cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return rows;
    }

    /// <summary>Records an attempt. When the lease ended and another process took the delivery, the attempt is ignored unless the receiver accepted.</summary>
    public async Task RecordAsync(DeliveryRow row, Attempt attempt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcMilliseconds();
        var log = AttemptLog.Append(row.Log, attempt);
        var isDelivered = attempt.Error is null;
        var next = isDelivered ? null : Backoff.Next(row.Id, row.Attempts, row.GiveUpAt, now);
        var state = isDelivered ? DeliveryState.Delivered : next is null ? DeliveryState.Dead : DeliveryState.Pending;
        DateTimeOffset? finishedAt = state == DeliveryState.Pending ? null : now;
        var nextAttemptAt = next?.ToMilliseconds() ?? now;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await database.Deliveries
            .Where(item => item.Id == row.Id && item.State == DeliveryState.Pending && (isDelivered || item.Attempts == row.Attempts))
            .ExecuteUpdateAsync(
                item => item
                    .SetProperty(one => one.State, state)
                    .SetProperty(one => one.NextAttemptAt, nextAttemptAt)
                    .SetProperty(one => one.FinishedAt, finishedAt)
                    .SetProperty(one => one.Log, log),
                cancellationToken);
    }

    private static Task<List<DeliveryRow>> LockAsync(
        GatewayDbContext database, Guid webhookId, DateTimeOffset now, int count, CancellationToken cancellationToken) =>
        database.IsPostgres
            ? database.Deliveries
                .FromSqlRaw(
                    $$"""
                    SELECT * FROM {{GatewayDbContext.SchemaName}}.webhook_deliveries
                    WHERE "WebhookId" = {0} AND "State" = 0 AND "NextAttemptAt" <= {1} ORDER BY "NextAttemptAt", "Id" LIMIT {2} FOR UPDATE SKIP LOCKED
                    """,
                    webhookId, now.UtcDateTime, count)
                .ToListAsync(cancellationToken)
            : database.Deliveries
                .Where(row => row.WebhookId == webhookId && row.State == DeliveryState.Pending && row.NextAttemptAt <= now)
                .OrderBy(row => row.NextAttemptAt).ThenBy(row => row.Id).Take(count).ToListAsync(cancellationToken);
}
