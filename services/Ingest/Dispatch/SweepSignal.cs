using System.Threading.Channels;

namespace Ocr.Ingest.Dispatch;

/// <summary>Wakes the background loop before its next tick. Signals that nobody waits for are one signal.</summary>
public sealed class SweepSignal
{
    private readonly Channel<bool> _channel =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Wakes the loop.</summary>
    public void Set() => _channel.Writer.TryWrite(true);

    /// <summary>Waits to be woken.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _channel.Reader.ReadAsync(cancellationToken);
}
