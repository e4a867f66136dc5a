using System.Collections.Concurrent;

namespace Ocr.OcrWorker.Inference;

/// <summary>
/// Runs at most one computation per key at a time in this process; concurrent callers share its result. The computation is independent of
/// its callers: one that cancels stops waiting, and the others still receive the value.
/// </summary>
internal sealed class SingleFlight<TKey, TValue>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Flight> _flights = new();

    /// <summary>Number of computations in flight.</summary>
    public int Count => _flights.Count;

    /// <summary>Starts <paramref name="work"/>, or waits for the running one and raises its priority to <paramref name="priority"/>.</summary>
    /// <returns>The value. An exception is thrown to all waiting callers, and the next call starts a new computation.</returns>
    public Task<TValue> RunAsync(
        TKey key, WorkPriority priority, Func<WorkTicket, Task<TValue>> work, CancellationToken cancellationToken)
    {
        var created = new Flight(priority);
        var flight = _flights.GetOrAdd(key, created);
        if (ReferenceEquals(flight, created))
        {
            _ = ComputeAsync(key, created, work);
        }
        else
        {
            flight.Ticket.Raise(priority);
        }

        return flight.Completion.Task.WaitAsync(cancellationToken);
    }

    private async Task ComputeAsync(TKey key, Flight flight, Func<WorkTicket, Task<TValue>> work)
    {
        // Removed before it completes: a caller that retries immediately after an exception must start a new computation.
#pragma warning disable CA1031 // the waiting callers get the exception
        try
        {
            var value = await work(flight.Ticket);
            _flights.TryRemove(KeyValuePair.Create(key, flight));
            flight.Completion.SetResult(value);
        }
        catch (Exception error)
        {
            _flights.TryRemove(KeyValuePair.Create(key, flight));
            flight.Completion.SetException(error);

            // When all callers have cancelled, the exception must not surface as unobserved.
            _ = flight.Completion.Task.Exception;
        }
#pragma warning restore CA1031
    }

    private sealed class Flight(WorkPriority priority)
    {
        public WorkTicket Ticket { get; } = new(priority);

        public TaskCompletionSource<TValue> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
