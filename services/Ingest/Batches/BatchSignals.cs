using System.Collections.Concurrent;

namespace Ocr.Ingest.Batches;

/// <summary>Notifies a waiting request that receipts of its batch became final. The notification is a hint only, because another replica can receive the event.</summary>
internal sealed class BatchSignals
{
    private readonly ConcurrentDictionary<string, BatchWatch> _watched = new(StringComparer.Ordinal);

    /// <summary>Starts to watch a batch.</summary>
    /// <param name="requestId">The batch; at most one watch per batch.</param>
    public BatchWatch Watch(string requestId) => _watched.GetOrAdd(requestId, static _ => new BatchWatch());

    /// <summary>Stops to watch a batch.</summary>
    /// <param name="requestId">The batch.</param>
    public void Unwatch(string requestId) => _watched.TryRemove(requestId, out _);

    /// <summary>One of its receipts became final.</summary>
    /// <param name="requestId">The batch.</param>
    public void Notify(string requestId)
    {
        if (_watched.TryGetValue(requestId, out var watch))
        {
            watch.Notify();
        }
    }
}
