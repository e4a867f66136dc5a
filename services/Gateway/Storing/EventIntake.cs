using Microsoft.Extensions.Options;
using Ocr.Gateway.Events;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Gateway.Storing;

/// <summary>
/// Stores the events of a message that a stream or webhook receives, before the message is acknowledged. While the database is unavailable the message is
/// kept: an event in an error queue would never be sent.
/// </summary>
internal sealed class EventIntake(
    EventAudience audience, EventStore store, IOptions<BusOptions> bus, TimeProvider time, ILogger<EventIntake> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Below RabbitMQ's consumer timeout of 30 minutes.
    private static readonly TimeSpan MaxHeld = TimeSpan.FromMinutes(20);

    /// <summary>Stores the events of a message of a tenant.</summary>
    /// <param name="delivery">The message.</param>
    /// <param name="tenant">Its tenant.</param>
    /// <param name="create">Creates an event of each of the types that are received.</param>
    /// <param name="types">Types of events of the message.</param>
    public async Task TakeAsync<T>(Delivery<T> delivery, string tenant, Func<string, NewEvent> create, params IReadOnlyList<string> types)
        where T : class
    {
        for (var began = time.GetTimestamp(); !await TryStoreAsync(tenant, create, types, delivery.CancellationToken);)
        {
            // The in-memory bus would drop the message.
            if (bus.Value.Transport != BusTransport.Memory && time.GetElapsedTime(began) >= MaxHeld)
            {
                await delivery.GiveBackAsync();
                return;
            }

            await Task.Delay(Pause, time, delivery.CancellationToken);
        }
    }

    private async Task<bool> TryStoreAsync(
        string tenant, Func<string, NewEvent> create, IReadOnlyList<string> types, CancellationToken cancellationToken)
    {
        try
        {
            var receivers = await audience.GetAsync(cancellationToken);
            var wanted = types.Where(type => receivers.Receives(tenant, type)).Select(create).ToList();
            if (wanted.Count > 0)
            {
                await store.StoreAsync(wanted, receivers.HasStream(tenant), cancellationToken);
            }

            return true;
        }
        catch (Exception exception) when (MessageRetryPolicy.IsOutage(exception) && !cancellationToken.IsCancellationRequested)
        {
            Log.EventsNotStored(logger, exception);
            return false;
        }
    }
}
