namespace Ocr.Gateway.Host;

/// <summary>Measures the machine from <c>/proc</c>; where there is none, from what the runtime knows.</summary>
internal sealed class HostProbe(TimeProvider time)
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private CpuTicks _ticks = ReadTicks(time);
    private long _measuredAt = time.GetTimestamp();
    private double _cpuPercent;

    /// <summary>The figures now. The processor's is over the time since the last call, at least a second.</summary>
    /// <param name="dataDirectory">A folder on the disk that is of interest.</param>
    public HostStatistics Measure(string dataDirectory)
    {
        var load = ProcFiles.LoadAverage(Read("/proc/loadavg"));
        return new HostStatistics(
            ProcFiles.MemoryPercent(Read("/proc/meminfo")) ?? RuntimeMemoryPercent(),
            DiskPercent(dataDirectory),
            CpuPercent(),
            load.Count == 3 ? load : [0, 0, 0]);
    }

    /// <summary>The text of a file; blank where there is none.</summary>
    internal static string Read(string path) => File.Exists(path) ? File.ReadAllText(path) : string.Empty;

    private static double RuntimeMemoryPercent()
    {
        var memory = GC.GetGCMemoryInfo();
        return memory.TotalAvailableMemoryBytes > 0 ? 100.0 * memory.MemoryLoadBytes / memory.TotalAvailableMemoryBytes : 0;
    }

    private static double DiskPercent(string directory)
    {
        // DriveInfo wants a mount point or any path on it, but the path has to exist.
        var existing = Path.GetFullPath(directory);
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent;
        }

        var drive = new DriveInfo(existing);
        return drive.TotalSize > 0 ? 100.0 * (drive.TotalSize - drive.AvailableFreeSpace) / drive.TotalSize : 0;
    }

    /// <summary>Processor time of the machine now.</summary>
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
