using Microsoft.Extensions.Options;
using Ocr.Gateway.Events;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Gateway.Storing;

/// <summary>
/// Stores the events of a message before it is acknowledged. While the database is unavailable the message is kept: an event in an error queue
/// would never be sent.
/// </summary>
internal sealed class EventIntake(EventStore store, IOptions<BusOptions> bus, TimeProvider time, ILogger<EventIntake> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Below RabbitMQ's consumer timeout of 30 minutes.
    private static readonly TimeSpan MaxHeld = TimeSpan.FromMinutes(20);

    /// <summary>Stores events.</summary>
    public async Task TakeAsync<T>(Delivery<T> delivery, params IReadOnlyList<NewEvent> events)
        where T : class
    {
        for (var began = time.GetTimestamp(); !await TryStoreAsync(events, delivery.CancellationToken);)
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

    private async Task<bool> TryStoreAsync(IReadOnlyList<NewEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            await store.StoreAsync(events, cancellationToken);
            return true;
        }
        catch (Exception exception) when (MessageRetryPolicy.IsOutage(exception) && !cancellationToken.IsCancellationRequested)
        {
            Log.EventsNotStored(logger, exception);
            return false;
        }
    }
}
