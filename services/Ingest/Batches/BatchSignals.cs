using System.Collections.Concurrent;

namespace Ocr.Ingest.Batches;

/// <summary>Tells a waiting request that receipts of its batch became final. A hint only: another replica may get the event.</summary>
internal sealed class BatchSignals
{
    private readonly ConcurrentDictionary<string, BatchWatch> _watched = new(StringComparer.Ordinal);

    /// <summary>Starts to watch a batch.</summary>
    /// <param name="requestId">The batch; watched once at most.</param>
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
