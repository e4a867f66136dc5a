using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Ocr.Gateway.Events;

/// <summary>Counts the open streams of each client at this gateway.</summary>
internal sealed class EventStreams(IOptions<EventOptions> options)
{
    private const int MaxTotal = 1_000;

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _total;

    /// <summary>Maximum number of streams per client.</summary>
    public int MaxPerClient => options.Value.MaxStreams;

    /// <summary>Number of open streams.</summary>
    public int Total => Volatile.Read(ref _total);

    /// <summary>Opens a stream for a client; <see langword="null"/> when there are too many. Dispose it to close the stream.</summary>
    public IDisposable? TryOpen(string client)
    {
        if (Interlocked.Increment(ref _total) > MaxTotal)
        {
            Interlocked.Decrement(ref _total);
            return null;
        }

        var slot = new Slot(this, client);
        if (_counts.AddOrUpdate(client, 1, static (_, count) => count + 1) <= MaxPerClient)
        {
            return slot;
        }

        slot.Dispose();
        return null;
    }

    private sealed class Slot(EventStreams streams, string client) : IDisposable
    {
        public void Dispose()
        {
            Interlocked.Decrement(ref streams._total);
            if (streams._counts.AddOrUpdate(client, 0, static (_, count) => count - 1) == 0)
            {
                streams._counts.TryRemove(KeyValuePair.Create(client, 0));
            }
        }
    }
}
