using System.Collections.Concurrent;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Ocr.OcrWorker.Inference;
using Ocr.Testing;

namespace Ocr.OcrWorker.Tests;

public sealed class InferencePoolTests
{
    private static readonly TimeSpan _timeLimit = TimeSpan.FromMinutes(5);

    [Fact]
    public void Read_ahead_never_runs_while_batch_work_waits() =>
        Gen.Select(Gen.Bool.Array[1, 30], Gen.Int[1, 4]).Sample((urgent, parallelism) =>
        {
            using var pool = new InferencePool(parallelism);
            using var holders = new Holders(pool);
            var waitingBatch = urgent.Count(batch => batch);
            var violations = 0;

            var work = urgent.Select(batch => pool.RunAsync(
                () =>
                {
                    if (batch)
                    {
                        Interlocked.Decrement(ref waitingBatch);
                    }
                    else if (Volatile.Read(ref waitingBatch) >= parallelism)
                    {
                        // Up to parallelism - 1 others may have started without being counted yet.
                        Interlocked.Increment(ref violations);
                    }

                    return 0;
                },
                new WorkTicket(batch ? WorkPriority.Batch : WorkPriority.ReadAhead), _timeLimit)).ToArray();

            holders.Release();
            return Task.WhenAll(work).Wait(TimeSpan.FromSeconds(30)) && violations == 0;
        }, iter: 50);

    [Fact]
    public async Task Runs_batch_work_first_and_each_kind_in_order_of_arrival()
    {
        using var pool = new InferencePool(1);
        using var holders = new Holders(pool);
        var order = new ConcurrentQueue<string>();
        var work = "a1 b1 a2 b2 a3".Split(' ')
            .Select(name => pool.RunAsync(() => Note(order, name), Ticket(name), _timeLimit))
            .ToArray();

        holders.Release();
        await Task.WhenAll(work);

        Assert.Equal(["b1", "b2", "a1", "a2", "a3"], order);
    }

    [Fact]
    public async Task Work_of_a_batch_overtakes_earlier_read_ahead_work()
    {
        using var pool = new InferencePool(1);
        using var holders = new Holders(pool);
        var order = new ConcurrentQueue<string>();
        var ticket = new WorkTicket(WorkPriority.ReadAhead);
        var first = pool.RunAsync(() => Note(order, "first"), new WorkTicket(WorkPriority.ReadAhead), _timeLimit);
        var raised = pool.RunAsync(() => Note(order, "raised"), ticket, _timeLimit);

        ticket.Raise(WorkPriority.Batch);
        holders.Release();
        await Task.WhenAll(first, raised);

        Assert.Equal(["raised", "first"], order);
    }

    [Fact]
    public async Task Never_runs_more_work_concurrently_than_its_parallelism()
    {
        using var pool = new InferencePool(3);
        var running = 0;
        var max = 0;
        var spin = new SpinWait();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => pool.RunAsync(
            () =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMax(ref max, now);
                for (var i = 0; i < 50; i++)
                {
                    spin.SpinOnce();
                }

                return Interlocked.Decrement(ref running);
            },
            new WorkTicket(WorkPriority.Batch), _timeLimit)));

        Assert.InRange(max, 1, 3);
    }

    [Fact]
    public async Task An_exception_reaches_its_caller_and_the_thread_continues()
    {
        using var pool = new InferencePool(1);

        await Assert.ThrowsAsync<InvalidDataException>(
            () => pool.RunAsync<int>(() => throw new InvalidDataException(), new WorkTicket(WorkPriority.Batch), _timeLimit));

        Assert.Equal(7, await pool.RunAsync(() => 7, new WorkTicket(WorkPriority.Batch), _timeLimit));
    }

    [Fact]
    public async Task A_thread_whose_work_does_not_end_is_replaced()
    {
        var time = new FakeTimeProvider();
        using var pool = new InferencePool(1, time);
        using var released = new ManualResetEventSlim();
        var started = new TaskCompletionSource();
        var stuck = pool.RunAsync(
            () =>
            {
                started.SetResult();
                released.Wait();
                return 0;
            },
            new WorkTicket(WorkPriority.Batch),
            _timeLimit);
        await started.Task;
        time.Advance(_timeLimit - TimeSpan.FromSeconds(1));
        Assert.False(stuck.IsCompleted);
        Assert.Equal(0, pool.Stuck);
        time.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<WorkStuckException>(() => stuck);
        Assert.Equal((1, 1), (pool.Stuck, pool.GivenUp));
        Assert.Equal(7, await pool.RunAsync(() => 7, new WorkTicket(WorkPriority.Batch), _timeLimit));

        // The work ends later; its thread then exits, because it was replaced.
        released.Set();
        await Probe.UntilAsync(() => pool.Stuck == 0);
        Assert.Equal(8, await pool.RunAsync(() => 8, new WorkTicket(WorkPriority.Batch), _timeLimit));
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_work_that_never_ends()
    {
        var time = new FakeTimeProvider();
        var pool = new InferencePool(1, time);
        using var holders = new Holders(pool);
        time.Advance(_timeLimit);
        await Assert.ThrowsAsync<WorkStuckException>(() => holders.Finished);

        await Task.Run(pool.Dispose).WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Disposing_finishes_what_runs_and_cancels_what_waits()
    {
        var pool = new InferencePool(1);
        using var holders = new Holders(pool);
        var waiting = pool.RunAsync(() => 0, new WorkTicket(WorkPriority.Batch), _timeLimit);

        var disposing = Task.Run(pool.Dispose);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(disposing.IsCompleted);
        holders.Release();

        await disposing.WaitAsync(TimeSpan.FromSeconds(30));
        await holders.Finished;
    }

    private static WorkTicket Ticket(string name) =>
        new(name.StartsWith('b') ? WorkPriority.Batch : WorkPriority.ReadAhead);

    private static int Note(ConcurrentQueue<string> order, string name)
    {
        order.Enqueue(name);
        return 0;
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen; seen = Volatile.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }

    /// <summary>Occupies every thread of a pool until released, so that a test can fill the queue first.</summary>
    private sealed class Holders : IDisposable
    {
        private readonly ManualResetEventSlim _released = new();

        public Holders(InferencePool pool)
        {
            using var held = new CountdownEvent(pool.Parallelism);
            Finished = Task.WhenAll(Enumerable.Range(0, pool.Parallelism).Select(_ => pool.RunAsync(
                () =>
                {
                    held.Signal();
                    _released.Wait();
                    return 0;
                },
                new WorkTicket(WorkPriority.Batch), _timeLimit)));
            held.Wait();
        }

        public Task Finished { get; }

        public void Release() => _released.Set();

        public void Dispose() => _released.Set();
    }
}
