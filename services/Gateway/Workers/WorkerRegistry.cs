using System.Collections.Concurrent;
using Ocr.Contracts;

namespace Ocr.Gateway.Workers;

/// <summary>Active workers by their heartbeats. A worker is removed after three missed heartbeats.</summary>
internal sealed class WorkerRegistry(TimeProvider time)
{
    private const int BeatsMissed = 3;

    private readonly ConcurrentDictionary<Guid, Seen> _workers = new();

    /// <summary>Records a heartbeat with the time of its arrival; the clock of the worker is not used.</summary>
    public void Record(WorkerHeartbeat heartbeat)
    {
        if (heartbeat.Stopping)
        {
            _workers.TryRemove(heartbeat.WorkerId, out _);
            return;
        }

        var seen = new Seen(heartbeat, time.GetTimestamp());
        _workers.AddOrUpdate(heartbeat.WorkerId, seen, (_, old) => heartbeat.SentAt >= old.Heartbeat.SentAt ? seen : old);
    }

    /// <summary>Last heartbeat of every active worker, the longest running first.</summary>
    public IReadOnlyList<WorkerHeartbeat> Living()
    {
        foreach (var (id, seen) in _workers)
        {
            if (time.GetElapsedTime(seen.At).TotalSeconds > BeatsMissed * seen.Heartbeat.IntervalSeconds)
            {
                _workers.TryRemove(KeyValuePair.Create(id, seen));
            }
        }

        return [.. _workers.Values.Select(seen => seen.Heartbeat).OrderBy(heartbeat => heartbeat.StartedAt)];
    }

    private sealed record Seen(WorkerHeartbeat Heartbeat, long At);
}
