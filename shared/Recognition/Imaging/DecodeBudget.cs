using Ocr.Images;

namespace Ocr.Recognition.Imaging;

/// <summary>
/// Limits the memory of concurrent decoding. Images of usual size never wait. Images that a codec decodes as a whole wait for each other,
/// and an image that exceeds the limit is decoded alone.
/// </summary>
internal sealed class DecodeBudget(long bytes)
{
    // The codec's color output, and the codec's own buffers: coefficients or a second image.
    private const int WholeImageBytesPerPixel = 8;

    // Used with Monitor.Wait, which Lock does not support.
    private readonly object _lock = new();
    private long _inUse;

    /// <summary>The budget of the process.</summary>
    public static DecodeBudget Shared { get; } = new(128L * 1024 * 1024);

    /// <summary>Maximum number of bytes that decoding takes in addition to the gray plane.</summary>
    /// <param name="header">The header.</param>
    public static long Cost(ImageHeader header) => header.Pixels <= GrayPlane.LargestUsual ? 0 : header.Pixels * WholeImageBytesPerPixel;

    /// <summary>Reserves bytes; waits while other reservations exceed the limit.</summary>
    /// <returns>Releases the bytes when disposed.</returns>
    public IDisposable Take(long cost)
    {
        lock (_lock)
        {
            while (cost > 0 && _inUse > 0 && _inUse + cost > bytes)
            {
                Monitor.Wait(_lock);
            }

            _inUse += cost;
            return new Share(this, cost);
        }
    }

    private void Return(long cost)
    {
        lock (_lock)
        {
            _inUse -= cost;
            Monitor.PulseAll(_lock);
        }
    }

    private sealed class Share(DecodeBudget budget, long cost) : IDisposable
    {
        private int _returned;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _returned, 1) == 0)
            {
                budget.Return(cost);
            }
        }
    }
}
