using System.Threading.Channels;

namespace Ocr.Ingest.Dispatch;

/// <summary>What the background loop looks for.</summary>
[Flags]
public enum DispatchWork
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Uploads to announce.</summary>
    Uploads = 1,

    /// <summary>Batches to announce, and their receipts to send.</summary>
    Batches = 2,

    /// <summary>Receipts to send, because there is room for them.</summary>
    Room = 4,

    /// <summary>Everything, as once a tick.</summary>
    All = Uploads | Batches | Room,
}

/// <summary>Wakes the background loop before its next tick, and says what for. Signals that nobody waits for are one signal.</summary>
public sealed class DispatchTrigger
{
    private readonly Channel<bool> _channel =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private int _work;

    /// <summary>Wakes the loop.</summary>
    /// <param name="work">What there is to look for.</param>
    public void Set(DispatchWork work = DispatchWork.All)
    {
        Interlocked.Or(ref _work, (int)work);
        _channel.Writer.TryWrite(true);
    }

    /// <summary>Waits to be woken.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _channel.Reader.ReadAsync(cancellationToken);

    /// <summary>What it was woken for since the last time.</summary>
    public DispatchWork Take() => (DispatchWork)Interlocked.Exchange(ref _work, 0);
}
