using System.Threading.Channels;

namespace Ocr.Ingest.Dispatch;

/// <summary>Kinds of work of the background loop.</summary>
[Flags]
public enum DispatchWork
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Uploads that workers can read ahead.</summary>
    Uploads = 1,

    /// <summary>Batches to publish, and their receipts to send.</summary>
    Batches = 2,

    /// <summary>Receipts to send, because workers have capacity.</summary>
    Room = 4,

    /// <summary>All work, as on every tick.</summary>
    All = Uploads | Batches | Room,
}

/// <summary>Wakes the background loop before its next tick for a kind of work. Pending signals are combined into one.</summary>
public sealed class DispatchTrigger
{
    private readonly Channel<bool> _channel =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private int _work;

    /// <summary>Wakes the loop.</summary>
    /// <param name="work">Kind of work.</param>
    public void Set(DispatchWork work = DispatchWork.All)
    {
        Interlocked.Or(ref _work, (int)work);
        _channel.Writer.TryWrite(true);
    }

    /// <summary>Waits for a signal.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _channel.Reader.ReadAsync(cancellationToken);

    /// <summary>Kinds of work since the last call.</summary>
    public DispatchWork Take() => (DispatchWork)Interlocked.Exchange(ref _work, 0);
}
