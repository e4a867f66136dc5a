using System.Text.Json.Nodes;
using Ocr.Contracts;
using Ocr.Gateway.Host;
using Ocr.Gateway.Probing;

namespace Ocr.Gateway.Statistics;

/// <summary>
/// Builds the response of <c>/api/metrics</c> (§1.4 and §6 of the specification) from the reports of services and workers. A value that a
/// service does not report is 0.
/// </summary>
internal static class MetricsBuilder
{
    /// <summary>Builds the response.</summary>
    public static JsonObject Build(
        SystemReport report, IReadOnlyCollection<WorkerHeartbeat> workers, HostStatistics host, ResourceUse use, int requests, TimeSpan uptime) => new()
        {
            ["system_metrics"] = new JsonObject
            {
                ["cpu_usage"] = Round(host.CpuPercent, 1),
                ["memory_usage"] = Round(host.MemoryPercent, 1),
                ["disk_usage"] = Round(host.DiskPercent, 1),
                ["load_average"] = new JsonArray([.. host.LoadAverage.Select(load => (JsonNode)load)]),
                ["uptime_seconds"] = (long)uptime.TotalSeconds,
            },
            ["ocr_metrics"] = new JsonObject
            {
                ["total_processed"] = (long)report.Number("ingest", "total_processed"),
                ["average_processing_time"] = report.Number("results", "average_processing_time"),
                ["cache_hit_ratio"] = WorkerTotals.CacheHitRatio(workers),
                ["models_in_memory"] = WorkerTotals.Models(workers).Count,
                ["extraction_rules_active"] = (long)report.Number("extractor", "rules_loaded"),
                ["workers_active"] = workers.Count,
            },
            ["performance_metrics"] = Performance(report, use, requests),
            ["error_metrics"] = Errors(report),
            ["ocr_quality_metrics"] = Quality(report),
        };

    private static JsonObject Performance(SystemReport report, ResourceUse use, int requests) => new()
    {
        ["requests_per_minute"] = requests,
        ["successful_uploads"] = (long)report.Number("ingest", "successful_uploads"),
        ["failed_uploads"] = (long)report.Number("ingest", "failed_uploads"),
        ["batch_success_rate"] = report.Number("ingest", "batch_success_rate"),
        ["average_file_size_mb"] = report.Number("ingest", "average_file_size_mb"),
        ["processing_times"] = Each(
            ["average_per_file", "median_per_file", "percentile_95", "fastest", "slowest"],
            name => Units.Seconds(report.Number("results", "processing_times", name))),
        ["throughput"] = Each(
            ["files_per_second", "files_per_minute", "files_per_hour", "batches_per_hour"],
            name => report.Number("results", "throughput", name)),
        ["resource_usage"] = new JsonObject
        {
            ["cpu_average"] = Units.Percent(use.CpuAverage),
            ["cpu_peak"] = Units.Percent(use.CpuPeak),
            ["memory_average"] = Units.Bytes(use.MemoryAverage),
            ["memory_peak"] = Units.Bytes(use.MemoryPeak),
            ["disk_io_read"] = Units.Bytes(use.ReadPerSecond) + "/s",
            ["disk_io_write"] = Units.Bytes(use.WrittenPerSecond) + "/s",
        },
    };

    // Refused uploads, and accepted receipts that could not be read.
    private static JsonObject Errors(SystemReport report)
    {
        var failed = report.Number("ingest", "failed_uploads") + report.Number("ingest", "total_errors");
        var all = failed + report.Number("ingest", "total_processed");
        var common = report.List("ingest", "common_errors").Concat(report.List("results", "common_errors"))
            .Select(error => (Name: (error["error_code"] ?? error["reason"])?.ToString(), Count: SystemReport.Number(error["count"])))
            .OrderByDescending(error => error.Count);
        return new()
        {
            ["total_errors"] = (long)failed,
            ["errors_last_hour"] = (long)(report.Number("ingest", "errors_last_hour") + report.Number("results", "errors_last_hour")),
            ["error_rate"] = all == 0 ? 0 : Round(failed / all, 4),
            ["common_errors"] = new JsonArray([.. common.Select(error => new JsonObject { ["error"] = error.Name, ["count"] = (long)error.Count })]),
        };
    }

    private static JsonObject Quality(SystemReport report)
    {
        var hits = report.Number("results", "cache_performance", "cache_hits");
        var reads = report.Number("results", "cache_performance", "total_requests");
        var scores = Each(["average", "median", "percentile_95", "lowest"], name => report.Number("results", "confidence_scores", name));
        scores["distribution"] = report.Find("results", "confidence_scores", "distribution")?.DeepClone() ?? new JsonObject();
        return new()
        {
            ["confidence_scores"] = scores,
            ["extraction_accuracy"] = Each(
                ["monto", "referencia", "telefono", "banco", "fecha", "overall"], name => report.Number("results", "extraction_accuracy", name)),
            ["cache_performance"] = new JsonObject
            {
                ["hit_ratio"] = reads == 0 ? 0 : Round(hits / reads, 4),
                ["total_requests"] = (long)reads,
                ["cache_hits"] = (long)hits,
                ["cache_misses"] = (long)(reads - hits),
                ["average_hit_time"] = Units.Seconds(report.Number("results", "cache_performance", "average_hit_time")),
                ["average_miss_time"] = Units.Seconds(report.Number("results", "cache_performance", "average_miss_time")),
            },
        };
    }

    private static JsonObject Each(IEnumerable<string> names, Func<string, JsonNode> value) =>
        new(names.Select(name => KeyValuePair.Create<string, JsonNode?>(name, value(name))));

    private static double Round(double value, int digits) => Math.Round(value, digits);
}
