using System.Globalization;

namespace Ocr.Gateway.Host;

/// <summary>Parses the files of <c>/proc</c> with the load of the machine.</summary>
internal static class ProcFiles
{
    /// <summary><c>meminfo</c>: share of the memory that is in use, 0–100; <see langword="null"/> when it is missing.</summary>
    public static double? MemoryPercent(string meminfo)
    {
        var total = Kilobytes(meminfo, "MemTotal:");
        var available = Kilobytes(meminfo, "MemAvailable:");
        return total > 0 && available is not null ? 100.0 * (total - available) / total : null;
    }

    /// <summary><c>stat</c>: ticks of all cores since boot, busy and total; <see langword="null"/> when they are missing.</summary>
    public static CpuTicks? Cpu(string stat)
    {
        var line = stat.Split('\n').FirstOrDefault(line => line.StartsWith("cpu ", StringComparison.Ordinal));
        var ticks = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8)
            .Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0)
            .ToArray();
        if (ticks is null || ticks.Length < 5)
        {
            return null;
        }

        // user nice system idle iowait irq softirq steal: waiting for a disk is idle time of the processor.
        var total = ticks.Sum();
        return new CpuTicks(total - ticks[3] - ticks[4], total);
    }

    /// <summary><c>loadavg</c>: means over 1, 5 and 15 minutes; empty when they are missing.</summary>
    public static IReadOnlyList<double> LoadAverage(string loadavg) =>
    [
        .. loadavg.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(3)
            .Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0),
    ];

    /// <summary><c>self/io</c>: bytes that this process read from and wrote to disks; 0 when they are missing.</summary>
    public static (long Read, long Written) DiskBytes(string io) => (Bytes(io, "read_bytes:"), Bytes(io, "write_bytes:"));

    private static long Bytes(string io, string key)
    {
        var line = io.Split('\n').FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal));
        return long.TryParse(line?[key.Length..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
    }

    private static long? Kilobytes(string meminfo, string key)
    {
        var line = meminfo.Split('\n').FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal));
        var number = line?[key.Length..].Replace("kB", string.Empty, StringComparison.Ordinal).Trim();
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
