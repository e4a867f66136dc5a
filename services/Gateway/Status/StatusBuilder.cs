using System.Globalization;
using System.Reflection;
using Ocr.Contracts;
using Ocr.Gateway.Statistics;
using Ocr.Gateway.Probing;

namespace Ocr.Gateway.Status;

/// <summary>Builds the response of <c>/api/status</c> from the reports of services and workers.</summary>
internal static class StatusBuilder
{
    private static readonly string[] Sections = ["ingest", "results", "extractor"];

    private static readonly string ProductVersion =
        typeof(StatusBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Builds the response.</summary>
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

    /// <summary><c>2h 45m 18s</c>; hours are not limited to 24.</summary>
    public static string Uptime(TimeSpan uptime) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)uptime.TotalHours}h {uptime.Minutes}m {uptime.Seconds}s");

    private static ComponentsView Components(SystemReport report, IReadOnlyCollection<WorkerHeartbeat> workers)
    {
        var models = WorkerTotals.Models(workers);
        return new()
        {
            ModelsLoaded = models.Count,
            ModelsAvailable = models,
            InferenceEngines = WorkerTotals.Engines(workers),
            ExtractionRulesLoaded = (long)report.Number("extractor", "rules_loaded"),
            ExtractionRulesVersion = report.Find("extractor", "rules_version")?.ToString() ?? string.Empty,
            ExtractionRulesHash = report.Find("extractor", "rules_hash")?.ToString() ?? string.Empty,
            ExtractionRulesRefused = report.Find("extractor", "rules_refused")?.DeepClone(),
            CacheSize = workers.Sum(worker => worker.CacheEntries),
            CacheHitRatio = WorkerTotals.CacheHitRatio(workers),
        };
    }

    // The total is counted in the rows, which outlive the workers. Only the workers measure the rate.
    private static WorkerView Worker(SystemReport report, IReadOnlyCollection<WorkerHeartbeat> workers)
    {
        var rate = workers.Sum(worker => worker.ReceiptsPerSecond);
        return new()
        {
            Status = workers.Count > 0 ? "running" : "stopped",
            LastBatchId = report.Find("ingest", "last_batch_id")?.ToString() ?? string.Empty,
            TotalProcessed = (long)report.Number("ingest", "total_processed"),
            ProcessingRate = string.Create(CultureInfo.InvariantCulture, $"{rate:0.0#} files/second"),
        };
    }

    private static DirectoryView Directory(SystemReport report, string section, string state) => new(
        $"data/{state}",
        (long)report.Number(section, "directories", state, "files_count"),
        report.Number(section, "directories", state, "total_size_mb"));
}
