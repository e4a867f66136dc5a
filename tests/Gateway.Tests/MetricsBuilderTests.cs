using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Ocr.Gateway.Statistics;
using Ocr.Gateway.Host;
using Ocr.Gateway.Probing;
using Ocr.Gateway.Status;
using Ocr.Testing;

namespace Ocr.Gateway.Tests;

public sealed class MetricsBuilderTests
{
    private static readonly SystemReport Responding = Report("""
        {
          "ingest": {
            "directories": {"inbox": {"files_count": 3}, "processing": {"files_count": 1}, "processed": {"files_count": 12}, "error": {"files_count": 2}},
            "total_processed": 12, "total_errors": 2, "successful_uploads": 18, "failed_uploads": 4, "average_file_size_mb": 0.27,
            "batch_success_rate": 0.75, "errors_last_hour": 1, "common_errors": [{"error_code": "VALIDATION_FAILED_400", "count": 4}]
          },
          "results": {
            "average_processing_time": 0.41,
            "processing_times": {"average_per_file": 0.414, "median_per_file": 0.38, "percentile_95": 0.89, "fastest": 0.15, "slowest": 2.34},
            "throughput": {"files_per_second": 2.4, "files_per_minute": 144, "files_per_hour": 8640, "batches_per_hour": 173},
            "confidence_scores": {"average": 0.94, "median": 0.96, "percentile_95": 0.99, "lowest": 0.67, "distribution": {"0.9-1.0": 78}},
            "extraction_accuracy": {"monto": 0.98, "referencia": 0.96, "telefono": 0.94, "banco": 0.92, "fecha": 0.89, "overall": 0.94},
            "cache_performance": {"total_requests": 1250, "cache_hits": 288, "average_hit_time": 0.02, "average_miss_time": 0.41},
            "errors_last_hour": 2, "common_errors": [{"reason": "IMAGE_UNREADABLE", "count": 7}]
          },
          "extractor": {"rules_loaded": 16}
        }
        """);

    [Theory]
    [InlineData("$.ocr_metrics.total_processed", "12")]
    [InlineData("$.ocr_metrics.average_processing_time", "0.41")]
    [InlineData("$.ocr_metrics.cache_hit_ratio", "0.2")]
    [InlineData("$.ocr_metrics.models_in_memory", "1")]
    [InlineData("$.ocr_metrics.extraction_rules_active", "16")]
    [InlineData("$.system_metrics.uptime_seconds", "9918")]
    [InlineData("$.system_metrics.cpu_usage", "8.5")]
    [InlineData("$.performance_metrics.requests_per_minute", "12")]
    [InlineData("$.performance_metrics.successful_uploads", "18")]
    [InlineData("$.performance_metrics.batch_success_rate", "0.75")]
    [InlineData("$.performance_metrics.processing_times.average_per_file", "0.41s")]
    [InlineData("$.performance_metrics.processing_times.slowest", "2.34s")]
    [InlineData("$.performance_metrics.throughput.files_per_hour", "8640")]
    [InlineData("$.performance_metrics.resource_usage.cpu_peak", "85%")]
    [InlineData("$.performance_metrics.resource_usage.memory_average", "512MB")]
    [InlineData("$.performance_metrics.resource_usage.memory_peak", "1.2GB")]
    [InlineData("$.performance_metrics.resource_usage.disk_io_read", "15MB/s")]
    [InlineData("$.error_metrics.total_errors", "6")]
    [InlineData("$.error_metrics.errors_last_hour", "3")]
    [InlineData("$.error_metrics.error_rate", "0.3333")]
    [InlineData("$.error_metrics.common_errors", """[{"error":"IMAGE_UNREADABLE","count":7},{"error":"VALIDATION_FAILED_400","count":4}]""")]
    [InlineData("$.ocr_quality_metrics.confidence_scores.lowest", "0.67")]
    [InlineData("$.ocr_quality_metrics.confidence_scores.distribution", """{"0.9-1.0":78}""")]
    [InlineData("$.ocr_quality_metrics.extraction_accuracy.overall", "0.94")]
    [InlineData("$.ocr_quality_metrics.cache_performance.hit_ratio", "0.2304")]
    [InlineData("$.ocr_quality_metrics.cache_performance.cache_misses", "962")]
    [InlineData("$.ocr_quality_metrics.cache_performance.average_hit_time", "0.02s")]
    public void Every_figure_is_the_one_that_was_measured(string path, string value)
    {
        JsonNode? node = Build(Responding);
        foreach (var name in path.Split('.').Skip(1))
        {
            node = node![name];
        }

        Assert.Equal(value, node!.GetValueKind() == System.Text.Json.JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString());
    }

    [Fact]
    public void An_unavailable_system_has_every_key_and_no_invented_figure()
    {
        var metrics = Build(Report("{}"));

        Assert.All(
            JsonShape.Differences(Build(Responding), metrics),
            path => Assert.Contains("distribution", path, StringComparison.Ordinal));
        Assert.Equal("0.00s", metrics["performance_metrics"]!["processing_times"]!["median_per_file"]!.GetValue<string>());
        Assert.Equal(0, metrics["error_metrics"]!["error_rate"]!.GetValue<double>());
    }

    [Fact]
    public void The_queue_counts_receipts_by_state_and_names_its_workers()
    {
        var queue = QueueView.Of(Responding, [Heartbeats.Make(1) with { Succeeded = 5 }, Heartbeats.Make(2)], DateTimeOffset.UnixEpoch);

        Assert.Equal((3, 1, 12, 2, 2), (queue.Pending, queue.Processing, queue.Processed, queue.Error, queue.WorkersActive));
        Assert.Equal([5, 0], queue.Workers.Select(worker => worker.Processed));
    }

    [Fact]
    public void Requests_of_the_last_minute_are_counted()
    {
        var time = new FakeTimeProvider();
        var rate = new RequestRate(time);
        for (var second = 0; second < 90; second++)
        {
            rate.Count();
            rate.Count();
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(rate.PerMinute, 118, 120);
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(0, rate.PerMinute);
    }

    [Fact]
    public async Task What_was_used_is_measured_within_its_bounds()
    {
        using var history = new ResourceHistory(TimeProvider.System);
        await history.StartAsync(CancellationToken.None);
        var use = history.Use();
        await history.StopAsync(CancellationToken.None);

        Assert.InRange(use.CpuPeak, use.CpuAverage - 0.001, 100);
        Assert.InRange(use.MemoryPeak, 1_000_000, 1e12);
        Assert.InRange(use.ReadPerSecond, 0, 1e12);
    }

    [Fact]
    public void Disk_bytes_are_those_that_reached_a_disk() =>
        Assert.Equal((4096, 8192), ProcFiles.DiskBytes("rchar: 1\nwchar: 2\nread_bytes: 4096\nwrite_bytes: 8192\ncancelled_write_bytes: 3\n"));

    private static JsonObject Build(SystemReport report) => MetricsBuilder.Build(
        report,
        [Heartbeats.Make() with { Succeeded = 40, CacheHits = 8 }],
        new HostStatistics(45.2, 12.1, 8.5, [0.3, 0.25, 0.28]),
        new ResourceUse(25, 85, 512 * 1048576.0, 1.2 * 1073741824, 15 * 1048576.0, 8 * 1048576.0),
        12,
        TimeSpan.FromSeconds(9918));

    private static SystemReport Report(string sections) => new(
        JsonNode.Parse(sections)!.AsObject().ToDictionary(section => section.Key, section => section.Value!.AsObject(), StringComparer.Ordinal),
        new Dictionary<string, HealthStatus>());
}
