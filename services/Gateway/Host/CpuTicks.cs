namespace Ocr.Gateway.Host;

/// <summary>Processor time since boot, in ticks of the kernel.</summary>
/// <param name="Busy">Ticks that were not idle.</param>
/// <param name="Total">All ticks.</param>
internal readonly record struct CpuTicks(long Busy, long Total)
{
    /// <summary>Busy share since <paramref name="earlier"/>, 0–100; 0 when no tick has passed.</summary>
    public double PercentSince(CpuTicks earlier) =>
        Total > earlier.Total ? Math.Clamp(100.0 * (Busy - earlier.Busy) / (Total - earlier.Total), 0, 100) : 0;
}
