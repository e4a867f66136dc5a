namespace Ocr.Gateway.Host;

/// <summary>Measures the machine from <c>/proc</c>; without it, from the runtime.</summary>
internal sealed class HostProbe(TimeProvider time)
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private CpuTicks _ticks = ReadTicks(time);
    private long _measuredAt = time.GetTimestamp();
    private double _cpuPercent;

    /// <summary>The current load. The CPU load covers the time since the last call, at least one second.</summary>
    /// <param name="dataDirectory">A folder on the measured disk.</param>
    public HostStatistics Measure(string dataDirectory)
    {
        var load = ProcFiles.LoadAverage(Read("/proc/loadavg"));
        return new HostStatistics(
            ProcFiles.MemoryPercent(Read("/proc/meminfo")) ?? RuntimeMemoryPercent(),
            DiskPercent(dataDirectory),
            CpuPercent(),
            load.Count == 3 ? load : [0, 0, 0]);
    }

    /// <summary>The text of a file; blank when it does not exist.</summary>
    internal static string Read(string path) => File.Exists(path) ? File.ReadAllText(path) : string.Empty;

    private static double RuntimeMemoryPercent()
    {
        var memory = GC.GetGCMemoryInfo();
        return memory.TotalAvailableMemoryBytes > 0 ? 100.0 * memory.MemoryLoadBytes / memory.TotalAvailableMemoryBytes : 0;
    }

    private static double DiskPercent(string directory)
    {
        // DriveInfo takes any existing path on the disk.
        var existing = Path.GetFullPath(directory);
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent;
        }

        var drive = new DriveInfo(existing);
        return drive.TotalSize > 0 ? 100.0 * (drive.TotalSize - drive.AvailableFreeSpace) / drive.TotalSize : 0;
    }

    /// <summary>Processor time of the machine.</summary>
    internal static CpuTicks ReadTicks(TimeProvider time) =>
        ProcFiles.Cpu(Read("/proc/stat"))
        ?? new CpuTicks(
            Environment.CpuUsage.TotalTime.Ticks / Environment.ProcessorCount,
            (long)(TimeSpan.TicksPerSecond * ((double)time.GetTimestamp() / time.TimestampFrequency)));

    private double CpuPercent()
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_measuredAt) >= ShortestInterval)
            {
                var now = ReadTicks(time);
                _cpuPercent = now.PercentSince(_ticks);
                _ticks = now;
                _measuredAt = time.GetTimestamp();
            }

            return _cpuPercent;
        }
    }
}
