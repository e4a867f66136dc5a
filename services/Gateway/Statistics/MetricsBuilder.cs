using System.Text.Json.Nodes;
using Ocr.Contracts;
using Ocr.Contracts.Status;
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
        SystemReport report, IReadOnlyCollection<WorkerHeartbeat> workers, HostStatistics host, ResourceUse use, int requests, TimeSpan uptime)
    {
        var (ingest, results) = (report.Ingest, report.Results);
        return new()
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
                ["total_processed"] = ingest.TotalProcessed,
                ["average_processing_time"] = results.AverageProcessingTime,
                ["cache_hit_ratio"] = WorkerTotals.CacheHitRatio(workers),
                ["models_in_memory"] = WorkerTotals.Models(workers).Count,
                ["extraction_rules_active"] = report.Extractor.RulesLoaded,
                ["workers_active"] = workers.Count,
            },
            ["performance_metrics"] = Performance(ingest, results, use, requests),
            ["error_metrics"] = Errors(ingest, results),
            ["ocr_quality_metrics"] = Quality(results),
        };
    }

    private static JsonObject Performance(IngestSection ingest, ResultsSection results, ResourceUse use, int requests) => new()
    {
        ["requests_per_minute"] = requests,
        ["successful_uploads"] = ingest.SuccessfulUploads,
        ["failed_uploads"] = ingest.FailedUploads,
        ["batch_success_rate"] = ingest.BatchSuccessRate,
        ["average_file_size_mb"] = ingest.AverageFileSizeMb,
        ["processing_times"] = new JsonObject
        {
            ["average_per_file"] = Units.Seconds(results.ProcessingTimes.AveragePerFile),
            ["median_per_file"] = Units.Seconds(results.ProcessingTimes.MedianPerFile),
            ["percentile_95"] = Units.Seconds(results.ProcessingTimes.Percentile95),
            ["fastest"] = Units.Seconds(results.ProcessingTimes.Fastest),
            ["slowest"] = Units.Seconds(results.ProcessingTimes.Slowest),
        },
        ["throughput"] = StatusJson.Write(results.Throughput),
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
    private static JsonObject Errors(IngestSection ingest, ResultsSection results)
    {
        var failed = ingest.FailedUploads + ingest.TotalErrors;
        var all = failed + ingest.TotalProcessed;
        var common = ingest.CommonErrors.Select(error => (Name: (string?)error.ErrorCode, error.Count))
            .Concat(results.CommonErrors.Select(error => (Name: error.Reason, error.Count)))
            .OrderByDescending(error => error.Count);
        return new()
        {
            ["total_errors"] = failed,
            ["errors_last_hour"] = ingest.ErrorsLastHour + results.ErrorsLastHour,
            ["error_rate"] = all == 0 ? 0 : Round((double)failed / all, 4),
            ["common_errors"] = new JsonArray([.. common.Select(error => new JsonObject { ["error"] = error.Name, ["count"] = error.Count })]),
        };
    }

    private static JsonObject Quality(ResultsSection results)
    {
        var cache = results.CachePerformance;
        return new()
        {
            ["confidence_scores"] = StatusJson.Write(results.ConfidenceScores),
            ["extraction_accuracy"] = StatusJson.Write(results.ExtractionAccuracy),
            ["cache_performance"] = new JsonObject
            {
                ["hit_ratio"] = cache.TotalRequests == 0 ? 0 : Round((double)cache.CacheHits / cache.TotalRequests, 4),
                ["total_requests"] = cache.TotalRequests,
                ["cache_hits"] = cache.CacheHits,
                ["cache_misses"] = cache.TotalRequests - cache.CacheHits,
                ["average_hit_time"] = Units.Seconds(cache.AverageHitTime),
                ["average_miss_time"] = Units.Seconds(cache.AverageMissTime),
            },
        };
    }

    private static double Round(double value, int digits) => Math.Round(value, digits);
}
