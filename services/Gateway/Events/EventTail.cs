using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Ocr.Gateway.Data;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Events;

/// <summary>
/// Signals the streams of a tenant when any replica stored new events of it. Each replica makes one query per interval, however many streams
/// are open, and none without a stream (docs/adr/0048).
/// </summary>
internal sealed class EventTail(IDbContextFactory<GatewayDbContext> contexts, EventSignal stored, TimeProvider time, ILogger<EventTail> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // Under load, events of 100 ms are sent together. The real clock is used, because tests can stop the clock of the rows.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<StreamSubscription, bool> _subscriptions = new();
    private readonly EventSignal _subscribed = new();

    /// <summary>Subscribes to the events of a scope. Read the events first and then wait: the first wait ends immediately when there can be more.</summary>
    public StreamSubscription Subscribe(TenantScope scope)
    {
        var subscription = new StreamSubscription(scope, _subscriptions);
        _subscriptions[subscription] = true;
        _subscribed.Set();
        return subscription;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            long? position = null;
            while (true)
            {
                var (subscribed, next) = (_subscribed.Next, stored.Next);
                if (_subscriptions.IsEmpty)
                {
                    position = null;
                    await subscribed.WaitAsync(stoppingToken);
                    continue;
                }

                position = await TryWakeAsync(position, stoppingToken);
                await Task.WhenAny(next, Task.Delay(Interval, time, stoppingToken));
                await Task.Delay(Gather, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the streams end.
        }
    }

    private async Task<long?> TryWakeAsync(long? position, CancellationToken cancellationToken)
    {
        try
        {
            return await WakeAsync(position, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.EventsNotRead(logger, exception);
            return position;
        }
    }

    private async Task<long?> WakeAsync(long? position, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        if (position is not { } from)
        {
            // Streams that were opened before this point may have missed an event.
            var last = await database.Events.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0;
            Wake(static _ => true);
            return last;
        }

        var tenants = await database.Events.Where(row => row.Id > from)
            .GroupBy(row => row.Tenant).Select(tenant => new { Name = tenant.Key, Last = tenant.Max(row => row.Id) })
            .ToDictionaryAsync(tenant => tenant.Name, tenant => tenant.Last, cancellationToken);
        if (tenants.Count == 0)
        {
            return from;
        }

        Wake(scope => scope.SeesAll || tenants.ContainsKey(scope.Tenant));
        return tenants.Values.Max();
    }

    private void Wake(Func<TenantScope, bool> hasEvents)
    {
        foreach (var (subscription, _) in _subscriptions)
        {
            if (hasEvents(subscription.Scope))
            {
                subscription.Signal.Set();
            }
        }
    }

    /// <summary>Subscription of a stream.</summary>
    internal sealed class StreamSubscription(TenantScope scope, ConcurrentDictionary<StreamSubscription, bool> all) : IDisposable
    {
        /// <summary>Tenants whose events are signaled.</summary>
        public TenantScope Scope => scope;

        /// <summary>Set when there are new events.</summary>
        public EventSignal Signal { get; } = new();

        /// <inheritdoc/>
        public void Dispose() => all.TryRemove(this, out _);
    }
}
