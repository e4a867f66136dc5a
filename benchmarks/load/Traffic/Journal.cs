using System.Collections.Concurrent;

namespace Ocr.Load.Traffic;

/// <summary>An accepted receipt.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="DueAt">Scheduled time of its upload, so that slow acceptance counts as latency.</param>
internal sealed record Entry(Kind Kind, DateTimeOffset DueAt);

/// <summary>Records the driver's requests and responses.</summary>
internal sealed class Journal
{
    private int _refused;
    private long _worstDelay;

    /// <summary>Accepted receipts by stored name.</summary>
    public ConcurrentDictionary<string, Entry> Accepted { get; } = new(StringComparer.Ordinal);

    /// <summary>Unexpected errors.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>Number of expected rejections.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>Maximum delay of an upload's start, seconds: a slow driver would measure itself.</summary>
    public double WorstDelay => TimeSpan.FromTicks(Volatile.Read(ref _worstDelay)).TotalSeconds;

    public void Refuse() => Interlocked.Increment(ref _refused);

    public void Began(TimeSpan late)
    {
        for (var worst = Volatile.Read(ref _worstDelay); late.Ticks > worst; worst = Volatile.Read(ref _worstDelay))
        {
            Interlocked.CompareExchange(ref _worstDelay, late.Ticks, worst);
        }
    }
}
