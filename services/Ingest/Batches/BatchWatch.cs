using System.Threading.Channels;

namespace Ocr.Ingest.Batches;

/// <summary>
/// Counts receipts of a batch that become final, so that the rows are not read for each receipt. They are read when half of the remaining receipts are
/// final, and so also after the last one. Half, because with two replicas this process receives only every second event.
/// </summary>
internal sealed class BatchWatch
{
    private readonly Channel<bool> _channel =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private long _final;
    private long _awaited;

    /// <summary>Number of receipts that became final in this process. Read it before the rows are counted.</summary>
    public long Final => Interlocked.Read(ref _final);

    /// <summary>Counts one final receipt.</summary>
    public void Notify()
    {
        if (Interlocked.Increment(ref _final) >= Interlocked.Read(ref _awaited))
        {
            _channel.Writer.TryWrite(true);
        }
    }

    /// <summary>Makes <see cref="WaitAsync"/> wait for half of the remaining receipts.</summary>
    /// <param name="before"><see cref="Final"/> before the rows were counted.</param>
    /// <param name="left">Rows that were not final at that time.</param>
    public void Await(long before, int left)
    {
        Interlocked.Exchange(ref _awaited, before + ((left + 1) / 2));
        if (Final >= Interlocked.Read(ref _awaited))
        {
            _channel.Writer.TryWrite(true);
        }
    }

    /// <summary>Waits until the awaited number of receipts is final.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public Task WaitAsync(CancellationToken cancellationToken) => _channel.Reader.ReadAsync(cancellationToken).AsTask();
}
