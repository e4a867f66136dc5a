using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Gateway.Data;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Events;

/// <summary>Records for which scopes streams were opened, so that their events are stored from then on (docs/adr/0048).</summary>
internal sealed class EventListeners(
    IDbContextFactory<GatewayDbContext> contexts, EventAudience audience, IOptions<EventOptions> options, TimeProvider time)
{
    private const string Start = "stream.start";

    // Another replica can have recorded the same scope just now. Longer than the difference of two clocks.
    private static readonly TimeSpan New = TimeSpan.FromMinutes(1);

    /// <summary>Records a stream. When this returns, every replica stores the events of its scope.</summary>
    /// <returns>All events of the scope with a higher id were stored.</returns>
    public async Task<long> OpenAsync(TenantScope scope, TimeSpan duration, CancellationToken cancellationToken)
    {
        var now = time.GetUtcMilliseconds();
        var row = await ExtendAsync(scope.HeaderValue, now, now + duration, cancellationToken)
            ?? await StartAsync(scope, now, now + duration, cancellationToken);
        if (now - row.StartedAt < New)
        {
            await audience.SettleAsync(cancellationToken);
        }

        return row.SinceId;
    }

    private async Task<ListenerRow?> ExtendAsync(string scope, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        if (await StoredAsync(database, scope, now, cancellationToken) is not { } row)
        {
            return null;
        }

        await database.Listeners.Where(item => item.Scope == scope && item.ListenedUntil < until)
            .ExecuteUpdateAsync(item => item.SetProperty(one => one.ListenedUntil, until), cancellationToken);
        return row;
    }

    private async Task<ListenerRow> StartAsync(TenantScope scope, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await EventOrder.LockAsync(database, cancellationToken);
        if (await StoredAsync(database, scope.HeaderValue, now, cancellationToken) is { } other)
        {
            return other;
        }

        var since = await StoredAsync(database, TenantScope.All.HeaderValue, now, cancellationToken) is { } all
            ? all.SinceId
            : await MarkAsync(database, scope, now, cancellationToken);
        var row = new ListenerRow { Scope = scope.HeaderValue, SinceId = since, StartedAt = now, ListenedUntil = until };
        await database.Listeners.Where(item => item.Scope == row.Scope).ExecuteDeleteAsync(cancellationToken);
        database.Listeners.Add(row);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return row;
    }

    // A separate row takes an id: the ids of earlier events are lower, those of later events higher, even when no event is stored.
    private static async Task<long> MarkAsync(GatewayDbContext database, TenantScope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mark = new EventRow
        {
            MessageId = $"start_{Guid.NewGuid():N}",
            Tenant = scope.Tenant,
            Type = Start,
            At = now,
            StoredAt = now,
            RequestId = "",
            Body = "{}",
        };
        database.Events.Add(mark);
        await database.SaveChangesAsync(cancellationToken);
        return mark.Id;
    }

    private Task<ListenerRow?> StoredAsync(GatewayDbContext database, string scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var resumable = options.Value.ResumableFrom(now);
        return database.Listeners.AsNoTracking().SingleOrDefaultAsync(row => row.Scope == scope && row.ListenedUntil > resumable, cancellationToken);
    }
}
