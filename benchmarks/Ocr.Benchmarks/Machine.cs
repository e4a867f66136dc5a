using System.Runtime.InteropServices;

namespace Ocr.Benchmarks;

/// <summary>The machine of the measurements.</summary>
internal static class Machine
{
    public static string Processor =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[1]
        ?? RuntimeInformation.ProcessArchitecture.ToString();

    public static string Runtime => RuntimeInformation.FrameworkDescription;

    /// <summary>Mean number of running threads over the last minute.</summary>
    public static string Load => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
