namespace Ocr.Gateway.Host;

/// <summary>Load of the machine at one moment.</summary>
/// <param name="MemoryPercent">Memory in use, 0–100.</param>
/// <param name="DiskPercent">Use of the disk that holds the data, 0–100.</param>
/// <param name="CpuPercent">Busy share of all cores since the last measurement, 0–100.</param>
/// <param name="LoadAverage">Mean number of runnable processes over 1, 5 and 15 minutes.</param>
internal sealed record HostStatistics(double MemoryPercent, double DiskPercent, double CpuPercent, IReadOnlyList<double> LoadAverage);
