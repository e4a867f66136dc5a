using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ocr.Contracts;
using Ocr.Gateway.Probing;

namespace Ocr.Gateway.Status;

/// <summary>Puts the answer of <c>/api/status</c> together from what services and workers said.</summary>
internal static class StatusBuilder
{
    private static readonly string[] Sections = ["ingest", "results", "extractor"];

    private static readonly string ProductVersion =
        typeof(StatusBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Builds the answer.</summary>
    public static StatusView Build(
        SystemReport report, IReadOnlyCollection<WorkerHeartbeat> workers, TimeSpan uptime, DateTimeOffset now)
    {
        var answering = Sections.All(section => report.Sections.ContainsKey(section) && !report.Sections[section].ContainsKey("error"));
        return new StatusView
        {
            System = new()
            {
                Status = answering && workers.Count > 0 ? "operational" : "degraded",
                Uptime = Uptime(uptime),
                Version = ProductVersion,
                Timestamp = now,
            },
            OcrComponents = Components(report, workers),
            Directories = new()
            {
                Inbox = Directory(report, "ingest", "inbox"),
                Processing = Directory(report, "ingest", "processing"),
                Processed = Directory(report, "ingest", "processed"),
                Results = Directory(report, "results", "results"),
            },
            Worker = Worker(report, workers),
        };
    }

    /// <summary><c>2h 45m 18s</c>; hours go on counting after a day.</summary>
    public static string Uptime(TimeSpan uptime) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)uptime.TotalHours}h {uptime.Minutes}m {uptime.Seconds}s");

    private static ComponentsView Components(SystemReport report, IReadOnlyCollection<WorkerHeartbeat> workers)
    {
        string[] models = [.. workers.Select(worker => worker.Model).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var read = workers.Sum(worker => worker.Succeeded);
        return new()
        {
            ModelsLoaded = models.Length,
            ModelsAvailable = models,
            ExtractionRulesLoaded = (long)Number(report, "extractor", "rules_loaded"),
            ExtractionRulesVersion = Find(report, "extractor", "rules_version")?.ToString() ?? string.Empty,
            ExtractionRulesHash = Find(report, "extractor", "rules_hash")?.ToString() ?? string.Empty,
            ExtractionRulesRefused = Find(report, "extractor", "rules_refused")?.DeepClone(),
            CacheSize = workers.Sum(worker => worker.CacheEntries),
            CacheHitRatio = read == 0 ? 0 : Math.Round((double)workers.Sum(worker => worker.CacheHits) / read, 4),
        };
    }

    // What was processed is counted in the rows, which outlive the workers; how fast, only the workers know.
    private static WorkerView Worker(SystemReport report, IReadOnlyCollection<WorkerHeartbeat> workers)
    {
        var rate = workers.Sum(worker => worker.ReceiptsPerSecond);
        return new()
        {
            Status = workers.Count > 0 ? "running" : "stopped",
            LastBatchId = Find(report, "ingest", "last_batch_id")?.ToString() ?? string.Empty,
            TotalProcessed = (long)Number(report, "ingest", "total_processed"),
            ProcessingRate = string.Create(CultureInfo.InvariantCulture, $"{rate:0.0#} files/second"),
        };
    }

    private static DirectoryView Directory(SystemReport report, string section, string state) => new(
        $"data/{state}",
        (long)Number(report, section, "directories", state, "files_count"),
        Number(report, section, "directories", state, "total_size_mb"));

    // A service that does not answer, or does not say, counts as zero; the state of the system says that something is amiss.
    private static double Number(SystemReport report, string section, params string[] path) =>
        Find(report, section, path) is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)
            : 0;

    private static JsonNode? Find(SystemReport report, string section, params string[] path)
    {
        JsonNode? node = report.Sections.GetValueOrDefault(section);
        foreach (var name in path)
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }
}
