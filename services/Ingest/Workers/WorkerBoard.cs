using Ocr.Contracts;

namespace Ocr.Ingest.Workers;

/// <summary>Receipts in progress and results of all live workers, from their heartbeats. A worker counts as dead after three missed heartbeats.</summary>
internal sealed class WorkerBoard(TimeProvider time)
{
    private const int BeatsMissed = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Seen> _workers = [];
    private long _completed;

    /// <summary>Number of concurrent readings of all live workers.</summary>
    public int Parallelism => Live(workers => workers.Sum(worker => Math.Max(1, worker.Parallelism)));

    /// <summary>Whether any worker is alive.</summary>
    public bool AnyLives => Live(workers => workers.Any());

    /// <summary>Whether a worker has a receipt in progress.</summary>
    public bool AnyBusy => Live(workers => workers.Any(worker => worker.InProgress.Count > 0));

    /// <summary>Receipts processed by any worker since this process started. It never decreases.</summary>
    public long Completed
    {
        get
        {
            lock (_lock)
            {
                return _completed;
            }
        }
    }

    /// <summary>Receipts that a live worker has in progress.</summary>
    public IReadOnlySet<Guid> InProgress() => Live(workers => workers.SelectMany(worker => worker.InProgress).ToHashSet());

    /// <summary>Records a heartbeat. The clock of the worker is not used; the time of arrival counts.</summary>
    public void Record(WorkerHeartbeat heartbeat)
    {
        lock (_lock)
        {
            var known = _workers.GetValueOrDefault(heartbeat.WorkerId);
            var completed = heartbeat.Succeeded + heartbeat.Failed;
            _completed += Math.Max(0, completed - (known?.Completed ?? completed));
            if (heartbeat.Stopping)
            {
                _workers.Remove(heartbeat.WorkerId);
                return;
            }

            _workers[heartbeat.WorkerId] = new Seen(
                heartbeat.Parallelism,
                heartbeat.InHand,
                Math.Max(completed, known?.Completed ?? 0),
                TimeSpan.FromSeconds(BeatsMissed * heartbeat.IntervalSeconds),
                time.GetTimestamp());
        }
    }

    private T Live<T>(Func<IEnumerable<Seen>, T> query)
    {
        lock (_lock)
        {
            foreach (var (id, seen) in _workers.Where(worker => time.GetElapsedTime(worker.Value.At) > worker.Value.Timeout).ToArray())
            {
                _workers.Remove(id);
            }

            return query(_workers.Values);
        }
    }

    private sealed record Seen(int Parallelism, IReadOnlyList<Guid> InProgress, long Completed, TimeSpan Timeout, long At);
}
