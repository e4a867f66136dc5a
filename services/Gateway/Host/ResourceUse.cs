namespace Ocr.Gateway.Host;

/// <summary>What the last hour used, or the time since the start.</summary>
/// <param name="CpuAverage">Busy share of all cores of the machine, 0–100.</param>
/// <param name="CpuPeak">The highest of its samples, 0–100.</param>
/// <param name="MemoryAverage">Memory of this process, bytes.</param>
/// <param name="MemoryPeak">The highest of its samples, bytes.</param>
/// <param name="ReadPerSecond">What this process read from disks, bytes a second.</param>
/// <param name="WrittenPerSecond">What it wrote to disks, bytes a second.</param>
internal sealed record ResourceUse(
    double CpuAverage, double CpuPeak, double MemoryAverage, double MemoryPeak, double ReadPerSecond, double WrittenPerSecond);
