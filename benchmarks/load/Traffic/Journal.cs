using System.Collections.Concurrent;

namespace Ocr.Load.Traffic;

/// <summary>A receipt that the system said it took.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="DueAt">When it should have been uploaded: a system that takes long to accept does not get its time forgiven.</param>
internal sealed record Entry(Kind Kind, DateTimeOffset DueAt);

/// <summary>What the driver did and was told.</summary>
internal sealed class Journal
{
    private int _refused;
    private long _worstDelay;

    /// <summary>By stored name.</summary>
    public ConcurrentDictionary<string, Entry> Accepted { get; } = new(StringComparer.Ordinal);

    /// <summary>What went wrong that should not.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>Uploads refused as they should be.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>How much later than due the driver began an upload at the worst, seconds: a slow driver measures itself.</summary>
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
