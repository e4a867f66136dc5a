namespace Ocr.OcrWorker.Inference;

/// <summary>
/// Limits concurrent inference with a fixed number of dedicated threads, so that inference neither exceeds the cores nor blocks
/// threads of the shared pool, which serves HTTP and the bus. A free thread takes the oldest batch work or, when there is none,
/// the oldest read-ahead work, so that a batch waits for at most one read-ahead inference.
/// Work that ignores its cancellation is abandoned: its caller gets an exception, and another thread replaces the blocked one.
/// </summary>
internal sealed class InferencePool : IDisposable
{
    // How long a disposal waits for running work. Threads that are still busy end with the process.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    private readonly LinkedList<IJob> _queue = [];
    private readonly List<Thread> _threads;
    private readonly CancellationTokenSource _closing = new();
    private readonly TimeProvider _time;
    private bool _stopping;
    private int _stuck;
    private int _givenUp;

    /// <param name="parallelism">Number of concurrent inferences, at least 1.</param>
    /// <param name="time">Clock of the time limits; the system's by default.</param>
    public InferencePool(int parallelism, TimeProvider? time = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        _time = time ?? TimeProvider.System;
        Parallelism = parallelism;
        _threads = [.. Enumerable.Range(0, parallelism).Select(_ => StartThread())];
    }

    private interface IJob
    {
        WorkTicket Ticket { get; }

        TimeSpan TimeLimit { get; }

        bool TryRun();

        bool TryGiveUp();

        void Abandon();
    }

    /// <summary>Number of concurrent inferences.</summary>
    public int Parallelism { get; }

    /// <summary>Number of abandoned items that still run. Each blocks a thread.</summary>
    public int Stuck => Volatile.Read(ref _stuck);

    /// <summary>Number of items abandoned since the start.</summary>
    public int GivenUp => Volatile.Read(ref _givenUp);

    /// <summary>Whether it rejects new work, because the process stops.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Cancelled when running work must be abandoned, because the process stops.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>Number of queued items.</summary>
    public int QueueLength
    {
        get
        {
            lock (_queue)
            {
                return _queue.Count;
            }
        }
    }

    /// <summary>Queues <paramref name="work"/> and runs it on one of the threads.</summary>
    /// <param name="work">The work.</param>
    /// <param name="ticket">Its priority.</param>
    /// <param name="timeLimit">How long it may run before it is abandoned.</param>
    /// <returns>
    /// The result or exception of the work; a <see cref="WorkStuckException"/> when it was abandoned; cancelled when the pool is closed or disposed
    /// before it starts.
    /// </returns>
    public Task<T> RunAsync<T>(Func<T> work, WorkTicket ticket, TimeSpan timeLimit)
    {
        var job = new Job<T>(work, ticket, timeLimit);
        lock (_queue)
        {
            ObjectDisposedException.ThrowIf(_stopping, this);
            if (!IsClosed)
            {
                _queue.AddLast(job);
                Monitor.Pulse(_queue);
                return job.Completion;
            }
        }

        job.Abandon();

        return job.Completion;
    }

    /// <summary>Rejects new work and cancels queued work. Running work continues and is cancelled after a timeout.</summary>
    /// <param name="timeout">Timeout of running work.</param>
    public void Close(TimeSpan timeout)
    {
        _closing.CancelAfter(timeout);
        AbandonWaiting();
    }

    /// <summary>Waits some seconds for running work and cancels queued work.</summary>
    public void Dispose()
    {
        AbandonWaiting();
        lock (_queue)
        {
            _stopping = true;
            Monitor.PulseAll(_queue);
        }

        var started = TimeProvider.System.GetTimestamp();
        foreach (var thread in _threads.ToArray())
        {
            var left = ShutdownTimeout - TimeProvider.System.GetElapsedTime(started);
            thread.Join(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        _closing.Dispose();
    }

    private void AbandonWaiting()
    {
        IJob[] abandoned;
        lock (_queue)
        {
            IsClosed = true;
            abandoned = [.. _queue];
            _queue.Clear();
        }

        foreach (var job in abandoned)
        {
            job.Abandon();
        }
    }

    private Thread StartThread()
    {
        var thread = new Thread(Work) { IsBackground = true, Name = "ocr-inference" };
        thread.Start();
        return thread;
    }

    private void Work()
    {
        while (Next() is { } job)
        {
            using var timer = _time.CreateTimer(GiveUp, job, job.TimeLimit, Timeout.InfiniteTimeSpan);
            if (!job.TryRun())
            {
                // The work ended later. Another thread has replaced this one.
                Interlocked.Decrement(ref _stuck);
                return;
            }
        }
    }

    private void GiveUp(object? job)
    {
        lock (_queue)
        {
            Interlocked.Increment(ref _stuck);
            if (!((IJob)job!).TryGiveUp())
            {
                Interlocked.Decrement(ref _stuck);
                return;
            }

            Interlocked.Increment(ref _givenUp);
            if (!_stopping)
            {
                _threads.Add(StartThread());
            }
        }
    }

    private IJob? Next()
    {
        lock (_queue)
        {
            while (_queue.Count == 0)
            {
                if (_stopping)
                {
                    return null;
                }

                Monitor.Wait(_queue);
            }

            // The priority is read now, because it may have risen since the work was queued. The consumers' limits keep the queue short.
            var node = _queue.First!;
            for (var candidate = node; candidate is not null; candidate = candidate.Next)
            {
                if (candidate.Value.Ticket.Priority == WorkPriority.Batch)
                {
                    node = candidate;
                    break;
                }
            }

            _queue.Remove(node);
            return node.Value;
        }
    }

    private sealed class Job<T>(Func<T> work, WorkTicket ticket, TimeSpan timeLimit) : IJob
    {
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public WorkTicket Ticket => ticket;

        public TimeSpan TimeLimit => timeLimit;

        public Task<T> Completion => _completion.Task;

        public bool TryRun()
        {
#pragma warning disable CA1031 // the awaiting caller gets the exception; the thread continues
            try
            {
                return _completion.TrySetResult(work());
            }
            catch (Exception error)
            {
                return _completion.TrySetException(error);
            }
#pragma warning restore CA1031
        }

        public bool TryGiveUp() => _completion.TrySetException(new WorkStuckException(timeLimit));

        public void Abandon() => _completion.SetCanceled();
    }
}
