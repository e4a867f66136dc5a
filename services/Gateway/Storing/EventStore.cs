using Microsoft.EntityFrameworkCore;
using Ocr.Gateway.Data;
using Ocr.Gateway.Events;
using Ocr.Gateway.Webhooks;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Work;

namespace Ocr.Gateway.Storing;

/// <summary>
/// Stores events, each once, with a delivery for every webhook that takes it, in one transaction. Events that arrive at about the same time are
/// stored together (docs/adr/0028).
/// </summary>
internal sealed class EventStore
{
    private const int MaxTogether = 32;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly IDbContextFactory<GatewayDbContext> _contexts;
    private readonly EventSignal _signal;
    private readonly TimeProvider _time;
    private readonly Gatherer<EventGroup, bool> _storing;

    public EventStore(IDbContextFactory<GatewayDbContext> contexts, EventSignal signal, TimeProvider time)
    {
        (_contexts, _signal, _time) = (contexts, signal, time);
        _storing = new Gatherer<EventGroup, bool>(WriteAsync, MaxTogether, Pause);
    }

    /// <summary>Stores events of one message. Stored events are not changed.</summary>
    /// <param name="events">The events.</param>
    /// <param name="hasStream">Whether a stream receives the progress of their batch.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public Task StoreAsync(IReadOnlyList<NewEvent> events, bool hasStream, CancellationToken cancellationToken) =>
        _storing.AddAsync(new EventGroup(events, hasStream), cancellationToken);

    private async Task<IReadOnlyList<bool>> WriteAsync(IReadOnlyList<EventGroup> messages)
    {
        var events = messages.SelectMany(message => message.Events).DistinctBy(item => item.MessageId).ToList();
        await using var database = await _contexts.CreateDbContextAsync();
        await using var transaction = await database.Database.BeginTransactionAsync();
        await EventOrder.LockAsync(database, CancellationToken.None);
        string[] ids = [.. events.Select(item => item.MessageId)];
        var known = await database.Events.Where(row => ids.Contains(row.MessageId)).Select(row => row.MessageId).ToListAsync();
        events.RemoveAll(item => known.Contains(item.MessageId));
        if (events.Count > 0)
        {
            var streamed = messages.Where(message => message.HasStream).SelectMany(message => message.Events).Select(item => item.MessageId).ToHashSet();
            events.AddRange(await ProgressAsync(database, events.Where(item => streamed.Contains(item.MessageId))));
            await AddAsync(database, events);
            await database.SaveChangesAsync();
            await transaction.CommitAsync();
            _signal.Set();
        }

        return [.. messages.Select(_ => true)];
    }

    // One progress event per batch and transaction.
    private static async Task<IReadOnlyList<NewEvent>> ProgressAsync(GatewayDbContext database, IEnumerable<NewEvent> events)
    {
        var read = events.Where(item => item.Type == EventTypes.ReceiptRead).ToLookup(item => item.RequestId);
        if (read.Count == 0)
        {
            return [];
        }

        string[] batches = [.. read.Select(batch => batch.Key)];
        var stored = await database.Events
            .Where(row => batches.Contains(row.RequestId) && row.Type == EventTypes.ReceiptRead)
            .GroupBy(row => row.RequestId).Select(batch => new { batch.Key, Count = batch.Count() })
            .ToDictionaryAsync(batch => batch.Key, batch => batch.Count);
        return
        [
            .. from batch in read
               let last = batch.Last()
               let data = new ProgressData(batch.Key, last.BatchSize, stored.GetValueOrDefault(batch.Key) + batch.Count())
               select NewEvent.Of(last.Tenant, EventTypes.BatchProgress, last.MessageId, batch.Key, last.At, data),
        ];
    }

    private async Task AddAsync(GatewayDbContext database, IReadOnlyList<NewEvent> events)
    {
        var now = _time.GetUtcMilliseconds();
        string[] tenants = [.. events.Select(item => item.Tenant).Distinct()];
        var webhooks = await database.Webhooks.AsNoTracking().Where(row => row.Active && tenants.Contains(row.Tenant)).ToListAsync();
        foreach (var item in events)
        {
            var row = new EventRow
            {
                MessageId = item.MessageId,
                Tenant = item.Tenant,
                Type = item.Type,
                At = item.At,
                StoredAt = now,
                RequestId = item.RequestId,
                Body = item.Body,
            };
            database.Events.Add(row);
            database.Deliveries.AddRange(webhooks.Where(webhook => webhook.Tenant == item.Tenant && webhook.Takes(item.Type))
                .Select(webhook => Deliveries.New(webhook, row, now)));
        }
    }

    // The events of one message.
    private sealed record EventGroup(IReadOnlyList<NewEvent> Events, bool HasStream);
}
