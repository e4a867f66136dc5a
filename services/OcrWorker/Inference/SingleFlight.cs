using System.Collections.Concurrent;

namespace Ocr.OcrWorker.Inference;

/// <summary>
/// At most one computation a key at a time in this process; whoever asks meanwhile waits for the same one. The computation belongs
/// to no caller: one who gives up stops waiting, and the others still get the value.
/// </summary>
internal sealed class SingleFlight<TKey, TValue>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Flight> _flights = new();

    /// <summary>Number of computations in flight.</summary>
    public int Count => _flights.Count;

    /// <summary>Starts <paramref name="work"/>, or waits for the one in flight and raises it to <paramref name="priority"/>.</summary>
    /// <returns>The value; a fault reaches everyone who waited, and the next call starts afresh.</returns>
    public Task<TValue> RunAsync(
        TKey key, WorkPriority priority, Func<WorkTicket, Task<TValue>> work, CancellationToken cancellationToken)
    {
        var mine = new Flight(priority);
        var flight = _flights.GetOrAdd(key, mine);
        if (ReferenceEquals(flight, mine))
        {
            _ = FlyAsync(key, mine, work);
        }
        else
        {
            flight.Ticket.Raise(priority);
        }

        return flight.Landed.Task.WaitAsync(cancellationToken);
    }

    private async Task FlyAsync(TKey key, Flight flight, Func<WorkTicket, Task<TValue>> work)
    {
        // Removed before it lands: a caller woken by a fault that asks again at once must not meet the dead flight.
#pragma warning disable CA1031 // every fault belongs to the callers that wait
        try
        {
            var value = await work(flight.Ticket);
            _flights.TryRemove(KeyValuePair.Create(key, flight));
            flight.Landed.SetResult(value);
        }
        catch (Exception fault)
        {
            _flights.TryRemove(KeyValuePair.Create(key, flight));
            flight.Landed.SetException(fault);

            // Everyone may have given up waiting; the fault is then nobody's, and must not surface as unobserved.
            _ = flight.Landed.Task.Exception;
        }
#pragma warning restore CA1031
    }

    private sealed class Flight(WorkPriority priority)
    {
        public WorkTicket Ticket { get; } = new(priority);

        public TaskCompletionSource<TValue> Landed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
