using System.Globalization;

namespace Ocr.Load.Deployment;

/// <summary>Costs of one process, from <c>/proc</c> (proc(5)).</summary>
/// <param name="Id">Process id.</param>
/// <param name="Parent">Id of its parent.</param>
/// <param name="CpuSeconds">Processor time of the process and of its terminated children.</param>
internal sealed record ProcessEntry(int Id, int Parent, double CpuSeconds);

/// <summary>Processes of this machine.</summary>
internal static class ProcessTable
{
    // USER_HZ, which is 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>Returns all readable processes.</summary>
    public static IReadOnlyList<ProcessEntry> Read() =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsDigit(name![0])).Select(name => Entry(name!)).OfType<ProcessEntry>()];

    /// <summary>Returns the process and all its descendants.</summary>
    public static IReadOnlyList<ProcessEntry> Family(int root, IReadOnlyList<ProcessEntry> all)
    {
        List<ProcessEntry> family = [.. all.Where(entry => entry.Id == root)];
        for (var index = 0; index < family.Count; index++)
        {
            var parent = family[index].Id;
            family.AddRange(all.Where(entry => entry.Parent == parent));
        }

        return family;
    }

    /// <summary>
    /// Resident memory, bytes: of a single process its resident set, as a container would have; of several the sum of their proportional sets,
    /// because they share pages (mainly PostgreSQL's buffers).
    /// </summary>
    public static long Memory(IReadOnlyCollection<ProcessEntry> family) => family.Count == 1
        ? Field($"/proc/{family.First().Id}/status", "VmRSS:")
        : family.Sum(entry => Field($"/proc/{entry.Id}/smaps_rollup", "Pss:"));

    /// <summary>Returns a variable of its environment.</summary>
    public static string? Variable(int id, string name) =>
        File.ReadAllText($"/proc/{id}/environ").Split('\0').FirstOrDefault(line => line.StartsWith(name + '=', StringComparison.Ordinal))?[(name.Length + 1)..];

    private static ProcessEntry? Entry(string id)
    {
        var stat = TryRead($"/proc/{id}/stat");
        // The name, in parentheses, may contain any character; state is the first field after it.
        var fields = stat?[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields is null ? null : new ProcessEntry(
            int.Parse(id, CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), fields[11..15].Sum(Number) / TicksPerSecond);
    }

    private static long Field(string file, string name)
    {
        var line = TryRead(file)?.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : 1024 * (long)Number(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim());
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string? TryRead(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            // The process has ended.
            return null;
        }
    }
}
