namespace Ocr.Gateway.Host;

/// <summary>Resource use in the last hour, or since the start.</summary>
/// <param name="CpuAverage">Busy share of all cores of the machine, 0–100.</param>
/// <param name="CpuPeak">Maximum of the samples, 0–100.</param>
/// <param name="MemoryAverage">Memory of this process, bytes.</param>
/// <param name="MemoryPeak">Maximum of the samples, bytes.</param>
/// <param name="ReadPerSecond">Bytes per second that this process read from disks.</param>
/// <param name="WrittenPerSecond">Bytes per second that this process wrote to disks.</param>
internal sealed record ResourceUse(
    double CpuAverage, double CpuPeak, double MemoryAverage, double MemoryPeak, double ReadPerSecond, double WrittenPerSecond);
