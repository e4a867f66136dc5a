using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Ocr.Ingest.Batches;

/// <summary>Tells a waiting request that something of its batch became final. A hint only: another replica may get the event.</summary>
public sealed class BatchSignals
{
    private readonly ConcurrentDictionary<string, Channel<bool>> _watched = new(StringComparer.Ordinal);

    /// <summary>Starts to watch a batch.</summary>
    /// <param name="requestId">The batch; watched once at most.</param>
    public ChannelReader<bool> Watch(string requestId) => _watched.GetOrAdd(requestId, static _ =>
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite })).Reader;

    /// <summary>Stops to watch a batch.</summary>
    /// <param name="requestId">The batch.</param>
    public void Unwatch(string requestId) => _watched.TryRemove(requestId, out _);

    /// <summary>Wakes whoever watches.</summary>
    /// <param name="requestId">The batch.</param>
    public void Notify(string requestId)
    {
        if (_watched.TryGetValue(requestId, out var channel))
        {
            channel.Writer.TryWrite(true);
        }
    }
}
