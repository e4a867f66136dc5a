using System.Collections.Concurrent;
using Ocr.Contracts;

namespace Ocr.Gateway.Workers;

/// <summary>The workers that live, by their heartbeats. Silence is death: after three missed beats a worker is forgotten.</summary>
internal sealed class WorkerRegistry(TimeProvider time)
{
    private const int BeatsMissed = 3;

    private readonly ConcurrentDictionary<Guid, Seen> _workers = new();

    /// <summary>A worker spoke. Its clock is not trusted: what counts is when it was heard here.</summary>
    public void Heard(WorkerHeartbeat heartbeat)
    {
        if (heartbeat.Stopping)
        {
            _workers.TryRemove(heartbeat.WorkerId, out _);
            return;
        }

        var seen = new Seen(heartbeat, time.GetTimestamp());
        _workers.AddOrUpdate(heartbeat.WorkerId, seen, (_, old) => heartbeat.SentAt >= old.Heartbeat.SentAt ? seen : old);
    }

    /// <summary>Last words of every living worker, the longest running first.</summary>
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
