using System.Globalization;
using System.Reflection;
using Ocr.Contracts;
using Ocr.Contracts.Status;
using Ocr.Gateway.Statistics;
using Ocr.Gateway.Probing;

namespace Ocr.Gateway.Status;

/// <summary>Builds the response of <c>/api/status</c> from the reports of services and workers.</summary>
internal static class StatusBuilder
{
    private static readonly string[] Sections = [IngestSection.Name, ResultsSection.Name, ExtractorSection.Name];

    private static readonly string ProductVersion =
        typeof(StatusBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Builds the response.</summary>
    public static StatusView Build(
        SystemReport report, IReadOnlyCollection<WorkerHeartbeat> workers, TimeSpan uptime, DateTimeOffset now)
    {
        var answering = Sections.All(section => report.Sections.ContainsKey(section) && !report.Sections[section].ContainsKey("error"));
        var (ingest, results) = (report.Ingest, report.Results);
        return new StatusView
        {
            System = new()
            {
                Status = answering && workers.Count > 0 ? "operational" : "degraded",
                Uptime = Uptime(uptime),
                Version = ProductVersion,
                Timestamp = now,
            },
            OcrComponents = Components(report.Extractor, workers),
            Directories = new()
            {
                Inbox = Directory("inbox", ingest.Directories.Inbox),
                Processing = Directory("processing", ingest.Directories.Processing),
                Processed = Directory("processed", ingest.Directories.Processed),
                Results = Directory("results", results.Directories.Results),
            },
            Worker = Worker(ingest, workers),
        };
    }

    /// <summary><c>2h 45m 18s</c>; hours are not limited to 24.</summary>
    public static string Uptime(TimeSpan uptime) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)uptime.TotalHours}h {uptime.Minutes}m {uptime.Seconds}s");

    private static ComponentsView Components(ExtractorSection extractor, IReadOnlyCollection<WorkerHeartbeat> workers)
    {
        var models = WorkerTotals.Models(workers);
        return new()
        {
            ModelsLoaded = models.Count,
            ModelsAvailable = models,
            InferenceEngines = WorkerTotals.Engines(workers),
            ExtractionRulesLoaded = extractor.RulesLoaded,
            ExtractionRulesVersion = extractor.RulesVersion,
            ExtractionRulesHash = extractor.RulesHash,
            ExtractionRulesRefused = extractor.RulesRefused is { } refused ? StatusJson.Write(refused) : null,
            CacheSize = workers.Sum(worker => worker.CacheEntries),
            CacheHitRatio = WorkerTotals.CacheHitRatio(workers),
        };
    }

    // The total is counted in the rows, which outlive the workers. Only the workers measure the rate.
    private static WorkerView Worker(IngestSection ingest, IReadOnlyCollection<WorkerHeartbeat> workers)
    {
        var rate = workers.Sum(worker => worker.ReceiptsPerSecond);
        return new()
        {
            Status = workers.Count > 0 ? "running" : "stopped",
            LastBatchId = ingest.LastBatchId,
            TotalProcessed = ingest.TotalProcessed,
            ProcessingRate = string.Create(CultureInfo.InvariantCulture, $"{rate:0.0#} files/second"),
        };
    }

    private static DirectoryView Directory(string state, StatusFolder folder) => new($"data/{state}", folder.FilesCount, folder.TotalSizeMb);
}
