using Ocr.Contracts;

namespace Ocr.Ingest.Workers;

/// <summary>What the workers that live have in hand and how much they have answered, by their heartbeats. Silence is death, after three missed beats.</summary>
internal sealed class WorkerBoard(TimeProvider time)
{
    private const int BeatsMissed = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Seen> _workers = [];
    private long _answered;

    /// <summary>Readings that all living workers do at once.</summary>
    public int Parallelism => Living(workers => workers.Sum(worker => Math.Max(1, worker.Parallelism)));

    /// <summary>Whether any worker lives.</summary>
    public bool AnyLives => Living(workers => workers.Any());

    /// <summary>Whether a worker has a receipt in hand.</summary>
    public bool AnyBusy => Living(workers => workers.Any(worker => worker.InHand.Count > 0));

    /// <summary>Receipts answered by any worker since this process started. It only grows.</summary>
    public long Answered
    {
        get
        {
            lock (_lock)
            {
                return _answered;
            }
        }
    }

    /// <summary>Receipts that a living worker has in hand.</summary>
    public IReadOnlySet<Guid> InHand() => Living(workers => workers.SelectMany(worker => worker.InHand).ToHashSet());

    /// <summary>A worker spoke. Its clock is not trusted: what counts is when it was heard here.</summary>
    public void Heard(WorkerHeartbeat heartbeat)
    {
        lock (_lock)
        {
            var known = _workers.GetValueOrDefault(heartbeat.WorkerId);
            var answered = heartbeat.Succeeded + heartbeat.Failed;
            _answered += Math.Max(0, answered - (known?.Answered ?? answered));
            if (heartbeat.Stopping)
            {
                _workers.Remove(heartbeat.WorkerId);
                return;
            }

            _workers[heartbeat.WorkerId] = new Seen(
                heartbeat.Parallelism,
                heartbeat.InHand,
                Math.Max(answered, known?.Answered ?? 0),
                TimeSpan.FromSeconds(BeatsMissed * heartbeat.IntervalSeconds),
                time.GetTimestamp());
        }
    }

    private T Living<T>(Func<IEnumerable<Seen>, T> ask)
    {
        lock (_lock)
        {
            foreach (var (id, seen) in _workers.Where(worker => time.GetElapsedTime(worker.Value.At) > worker.Value.Timeout).ToArray())
            {
                _workers.Remove(id);
            }

            return ask(_workers.Values);
        }
    }

    private sealed record Seen(int Parallelism, IReadOnlyList<Guid> InHand, long Answered, TimeSpan Timeout, long At);
}
