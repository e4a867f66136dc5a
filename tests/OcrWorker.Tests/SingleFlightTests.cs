using Ocr.OcrWorker.Inference;

namespace Ocr.OcrWorker.Tests;

public sealed class SingleFlightTests
{
    private readonly SingleFlight<string, int> _flights = new();
    private readonly TaskCompletionSource<int> _landing = new();
    private int _started;
    private WorkTicket? _ticket;

    [Fact]
    public async Task Computes_once_for_concurrent_callers()
    {
        var calls = Enumerable.Range(0, 20).Select(_ => Call("key")).ToArray();

        _landing.SetResult(42);

        Assert.All(await Task.WhenAll(calls), value => Assert.Equal(42, value));
        Assert.Equal(1, _started);
        Assert.Equal(0, _flights.Count);
    }

    [Fact]
    public async Task Computes_again_once_the_first_has_landed()
    {
        _landing.SetResult(1);

        await Call("key");
        await Call("key");

        Assert.Equal(2, _started);
    }

    [Fact]
    public void Keeps_different_keys_apart()
    {
        _ = Call("one");
        _ = Call("other");

        Assert.Equal(2, _started);
    }

    [Fact]
    public async Task An_exception_reaches_all_callers_and_the_next_call_starts_a_new_computation()
    {
        var calls = Enumerable.Range(0, 3).Select(_ => Call("key")).ToArray();
        _landing.SetException(new IOException("store is down"));

        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<IOException>(() => call);
        }

        Assert.Equal(5, await _flights.RunAsync("key", WorkPriority.Batch, _ => Task.FromResult(5), CancellationToken.None));
    }

    [Fact]
    public async Task A_cancelled_caller_does_not_cancel_the_others()
    {
        using var cancellation = new CancellationTokenSource();
        var leader = Call("key", WorkPriority.Batch, cancellation.Token);
        var other = Call("key");

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        _landing.SetResult(3);

        Assert.Equal(3, await other);
    }

    [Fact]
    public void A_batch_that_joins_a_read_ahead_raises_it()
    {
        _ = Call("key", WorkPriority.ReadAhead);
        Assert.Equal(WorkPriority.ReadAhead, _ticket!.Priority);

        _ = Call("key");
        Assert.Equal(WorkPriority.Batch, _ticket.Priority);

        _ = Call("key", WorkPriority.ReadAhead);
        Assert.Equal(WorkPriority.Batch, _ticket.Priority);
    }

    private Task<int> Call(string key, WorkPriority priority = WorkPriority.Batch, CancellationToken cancellationToken = default) =>
        _flights.RunAsync(
            key,
            priority,
            ticket =>
            {
                Interlocked.Increment(ref _started);
                _ticket = ticket;
                return _landing.Task;
            },
            cancellationToken);
}
