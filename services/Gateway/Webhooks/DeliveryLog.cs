using Microsoft.EntityFrameworkCore;
using Ocr.Gateway.Data;
using Ocr.Gateway.Events;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Webhooks;

/// <summary>The log of deliveries, and their replay.</summary>
internal sealed class DeliveryLog(IDbContextFactory<GatewayDbContext> contexts, EventSignal signal, TimeProvider time)
{
    /// <summary>Deliveries of a webhook, the latest first; <see langword="null"/> when the scope has no such webhook.</summary>
    public async Task<IReadOnlyList<DeliveryRow>?> ListAsync(
        Guid webhookId, TenantScope scope, DeliveryState? state, int limit, int offset, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await database.Webhooks.Of(scope).AnyAsync(row => row.Id == webhookId, cancellationToken))
        {
            return null;
        }

        return await database.Deliveries.AsNoTracking().Include(row => row.Event)
            .Where(row => row.WebhookId == webhookId && (state == null || row.State == state))
            .OrderByDescending(row => row.Id).Skip(offset).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>State of a delivery; <see langword="null"/> when the scope has no such delivery.</summary>
    public async Task<DeliveryState?> StateAsync(Guid webhookId, long id, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        return await database.Deliveries.Of(scope).Where(row => row.Id == id && row.WebhookId == webhookId)
            .Select(row => (DeliveryState?)row.State).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Sends one finished delivery again, or all that were given up, for another day. Returns their number.</summary>
    public async Task<int> ReplayAsync(Guid webhookId, long? id, TenantScope scope, CancellationToken cancellationToken)
    {
        var now = time.GetUtcMilliseconds();
        var giveUpAt = now + Backoff.Total;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var count = await database.Deliveries.Of(scope)
            .Where(row => row.WebhookId == webhookId && (id == null ? row.State == DeliveryState.Dead : row.Id == id && row.State != DeliveryState.Pending))
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(item => item.State, DeliveryState.Pending)
                    .SetProperty(item => item.Attempts, 0)
                    .SetProperty(item => item.NextAttemptAt, now)
                    .SetProperty(item => item.GiveUpAt, giveUpAt)
                    .SetProperty(item => item.FinishedAt, (DateTimeOffset?)null),
                cancellationToken);
        if (count > 0)
        {
            signal.Set();
        }

        return count;
    }
}
