using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ocr.Load.Reports;

/// <summary>All measurements.</summary>
/// <param name="Machine">Processor and operating system.</param>
/// <param name="Cores">Number of cores of the machine.</param>
/// <param name="Receipts">Number of different receipts.</param>
/// <param name="Runs">The latest measurements by scenario.</param>
internal sealed record Results(string Machine, int Cores, int Receipts, SortedDictionary<string, Measurement[]> Runs);

/// <summary>Stores the measurements, and the page that is generated from them.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Results Read(string file) => File.Exists(file)
        ? JsonSerializer.Deserialize<Results>(File.ReadAllText(file), Form)!
        : new Results("", 0, 0, []);

    /// <summary>Replaces the measurements of a scenario, and rewrites the page.</summary>
    public static void Keep(Settings settings, string scenario, params Measurement[] measurements)
    {
        var results = Read(settings.Out) with
        {
            Machine = $"{Processor()}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}",
            Cores = Environment.ProcessorCount,
            Receipts = Directory.EnumerateFiles(settings.Receipts, "*.jpg").Count(),
        };
        results.Runs[scenario] = measurements;
        Write(settings.Out, results);
    }

    /// <summary>Rewrites measurements and page with the current format.</summary>
    public static Task RewriteAsync(Settings settings, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(settings.Out, Read(settings.Out));
        return Task.CompletedTask;
    }

    private static void Write(string file, Results results)
    {
        File.WriteAllText(file, JsonSerializer.Serialize(results, Form) + '\n');
        File.WriteAllText(Path.ChangeExtension(file, ".md"), ReportPage.Write(results));
    }

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[1]
        ?? RuntimeInformation.ProcessArchitecture.ToString();
}
