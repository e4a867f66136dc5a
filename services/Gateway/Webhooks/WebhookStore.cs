using Microsoft.EntityFrameworkCore;
using Ocr.Gateway.Data;
using Ocr.Gateway.Events;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Webhooks;

/// <summary>The webhooks of tenants.</summary>
internal sealed class WebhookStore(IDbContextFactory<GatewayDbContext> contexts, EventAudience audience, TimeProvider time)
{
    /// <summary>Maximum number of webhooks per tenant.</summary>
    public const int MaxPerTenant = 20;

    /// <summary>Stores a webhook; <see langword="null"/> when the tenant has the maximum number. When this returns, its events are stored.</summary>
    public async Task<WebhookRow?> CreateAsync(NewWebhook wanted, TenantScope scope, CancellationToken cancellationToken)
    {
        var now = time.GetUtcMilliseconds();
        var row = new WebhookRow
        {
            Id = Guid.NewGuid(),
            Tenant = scope.Tenant,
            Url = wanted.Url!,
            Events = string.Join(',', wanted.Events!),
            Description = wanted.Description ?? "",
            Active = wanted.Active ?? true,
            Secret = WebhookSecrets.New(),
            CreatedAt = now,
            UpdatedAt = now,
        };
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.LockAsync($"webhooks {scope.Tenant}", cancellationToken);
        if (await database.Webhooks.CountAsync(item => item.Tenant == scope.Tenant, cancellationToken) >= MaxPerTenant)
        {
            return null;
        }

        database.Webhooks.Add(row);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (row.Active)
        {
            await audience.SettleAsync(cancellationToken);
        }

        return row;
    }

    /// <summary>The webhooks within a scope with their counts, the oldest first; one of them, or all.</summary>
    public async Task<IReadOnlyList<WebhookView>> ListAsync(TenantScope scope, Guid? id, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await database.Webhooks.AsNoTracking().Of(scope).Where(row => id == null || row.Id == id)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToArray();
        var counts = await database.Deliveries.Where(row => ids.Contains(row.WebhookId) && row.State != DeliveryState.Delivered)
            .GroupBy(row => new { row.WebhookId, row.State }).Select(group => new { group.Key.WebhookId, group.Key.State, Count = group.Count() })
            .ToDictionaryAsync(group => (group.WebhookId, group.State), group => group.Count, cancellationToken);
        var now = time.GetUtcNow();
        return [.. rows.Select(row => WebhookView.Of(
            row, counts.GetValueOrDefault((row.Id, DeliveryState.Pending)), counts.GetValueOrDefault((row.Id, DeliveryState.Dead)), now))];
    }

    /// <summary>Changes a webhook. Returns whether it exists. When this returns, the events that it takes from now on are stored.</summary>
    public async Task<bool> ChangeAsync(Guid id, TenantScope scope, Action<WebhookRow> change, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // Two concurrent rotations would both keep the same previous secret.
        await database.LockAsync($"webhook {id}", cancellationToken);
        if (await database.Webhooks.Of(scope).SingleOrDefaultAsync(item => item.Id == id, cancellationToken) is not { } row)
        {
            return false;
        }

        var before = (row.Active, row.Events);
        change(row);
        row.UpdatedAt = time.GetUtcMilliseconds();
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (row.Active && before != (row.Active, row.Events))
        {
            await audience.SettleAsync(cancellationToken);
        }

        return true;
    }

    /// <summary>Removes a webhook and its deliveries. Returns whether it existed.</summary>
    public async Task<bool> DeleteAsync(Guid id, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        return await database.Webhooks.Of(scope).Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken) == 1;
    }
}
