namespace Ocr.OcrWorker.Inference;

/// <summary>
/// The gate in front of the model sessions: a fixed number of threads of its own, so that inference neither exceeds the cores
/// nor holds threads of the shared pool, which answers HTTP and the bus. A free thread takes the oldest batch work and, only
/// when there is none, the oldest read-ahead work; a batch therefore waits for at most one read-ahead inference that runs already.
/// </summary>
internal sealed class InferencePool : IDisposable
{
    private readonly LinkedList<IJob> _queue = [];
    private readonly Thread[] _threads;
    private bool _stopping;

    /// <param name="parallelism">Inferences at once, at least 1.</param>
    public InferencePool(int parallelism)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        _threads = [.. Enumerable.Range(0, parallelism).Select(StartThread)];
    }

    private interface IJob
    {
        WorkTicket Ticket { get; }

        void Run();

        void Abandon();
    }

    /// <summary>Inferences at once.</summary>
    public int Parallelism => _threads.Length;

    /// <summary>Work that waits for a thread.</summary>
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

    /// <summary>Runs <paramref name="work"/> on one of the threads when its turn comes.</summary>
    /// <returns>What it returned or threw; cancelled when the pool is disposed before its turn.</returns>
    public Task<T> RunAsync<T>(Func<T> work, WorkTicket ticket)
    {
        var job = new Job<T>(work, ticket);
        lock (_queue)
        {
            ObjectDisposedException.ThrowIf(_stopping, this);
            _queue.AddLast(job);
            Monitor.Pulse(_queue);
        }

        return job.Completion;
    }

    /// <summary>Lets running work finish, abandons what waits.</summary>
    public void Dispose()
    {
        IJob[] abandoned;
        lock (_queue)
        {
            _stopping = true;
            abandoned = [.. _queue];
            _queue.Clear();
            Monitor.PulseAll(_queue);
        }

        foreach (var job in abandoned)
        {
            job.Abandon();
        }

        foreach (var thread in _threads)
        {
            thread.Join();
        }
    }

    private Thread StartThread(int index)
    {
        var thread = new Thread(Work) { IsBackground = true, Name = $"ocr-inference-{index}" };
        thread.Start();
        return thread;
    }

    private void Work()
    {
        while (Next() is { } job)
        {
            job.Run();
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

            // Urgency is read now, not when the work was queued: it may have risen. The queue is as short as the consumers' limits.
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

    private sealed class Job<T>(Func<T> work, WorkTicket ticket) : IJob
    {
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public WorkTicket Ticket => ticket;

        public Task<T> Completion => _completion.Task;

        public void Run()
        {
#pragma warning disable CA1031 // every fault belongs to whoever awaits the work; the thread lives on
            try
            {
                _completion.SetResult(work());
            }
            catch (Exception fault)
            {
                _completion.SetException(fault);
            }
#pragma warning restore CA1031
        }

        public void Abandon() => _completion.SetCanceled();
    }
}
