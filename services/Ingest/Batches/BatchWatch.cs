using System.Threading.Channels;

namespace Ocr.Ingest.Batches;

/// <summary>
/// Counts what becomes final of a batch, so that its rows are looked at now and then and not for each receipt: whenever half of what was left is
/// final, and so at the last one. Half, because with two replicas only every second event comes to this one.
/// </summary>
internal sealed class BatchWatch
{
    private readonly Channel<bool> _channel =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private long _final;
    private long _awaited;

    /// <summary>How many became final, as far as is known here; asked before the rows are counted.</summary>
    public long Final => Interlocked.Read(ref _final);

    /// <summary>One more is final.</summary>
    public void Notify()
    {
        if (Interlocked.Increment(ref _final) >= Interlocked.Read(ref _awaited))
        {
            _channel.Writer.TryWrite(true);
        }
    }

    /// <summary>Lets <see cref="WaitAsync"/> wait for half of what is left.</summary>
    /// <param name="before"><see cref="Final"/> before the rows were counted.</param>
    /// <param name="left">Rows that were not final then.</param>
    public void Await(long before, int left)
    {
        Interlocked.Exchange(ref _awaited, before + ((left + 1) / 2));
        if (Final >= Interlocked.Read(ref _awaited))
        {
            _channel.Writer.TryWrite(true);
        }
    }

    /// <summary>Waits until so many are final.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task WaitAsync(CancellationToken cancellationToken) => _channel.Reader.ReadAsync(cancellationToken).AsTask();
}
