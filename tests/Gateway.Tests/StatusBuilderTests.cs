using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ocr.Contracts;
using Ocr.Gateway.Probing;
using Ocr.Gateway.Status;

namespace Ocr.Gateway.Tests;

public sealed class StatusBuilderTests
{
    private static readonly SystemReport Responding = Report(
        ("ingest", """
            {"directories": {"inbox": {"files_count": 3, "total_size_mb": 0.7}, "processing": {"files_count": 1, "total_size_mb": 0.2},
             "processed": {"files_count": 12, "total_size_mb": 4.5}}, "last_batch_id": "BATCH_7", "total_processed": 12}
            """),
        ("results", """{"directories": {"results": {"files_count": 12, "total_size_mb": 0.15}}}"""),
        ("extractor", """{"rules_loaded": 16}"""));

    [Theory]
    [InlineData(0, "0h 0m 0s")]
    [InlineData(59, "0h 0m 59s")]
    [InlineData(9918, "2h 45m 18s")]
    [InlineData(200_000, "55h 33m 20s")]
    public void Uptime_is_in_the_documented_form(int seconds, string text) =>
        Assert.Equal(text, StatusBuilder.Uptime(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Sums_the_counts_of_the_workers()
    {
        var status = Build(
            Responding,
            Heartbeats.Make(1) with { Succeeded = 30, Failed = 2, CacheHits = 3, CacheEntries = 27, ReceiptsPerSecond = 0.5 },
            Heartbeats.Make(2) with { Succeeded = 10, Failed = 0, CacheHits = 5, CacheEntries = 5, ReceiptsPerSecond = 0.75 });

        Assert.Equal("1.25 files/second", status.Worker.ProcessingRate);
        Assert.Equal(32, status.OcrComponents.CacheSize);
        Assert.Equal(0.2, status.OcrComponents.CacheHitRatio);
        Assert.Equal(1, status.OcrComponents.ModelsLoaded);
        Assert.Equal(["compact-1.0.0"], status.OcrComponents.ModelsAvailable);
    }

    [Fact]
    public void Takes_directories_and_rules_from_their_services()
    {
        var status = Build(Responding, Heartbeats.Make());

        Assert.Equal(new DirectoryView("data/inbox", 3, 0.7), status.Directories.Inbox);
        Assert.Equal(new DirectoryView("data/processing", 1, 0.2), status.Directories.Processing);
        Assert.Equal(new DirectoryView("data/processed", 12, 4.5), status.Directories.Processed);
        Assert.Equal(new DirectoryView("data/results", 12, 0.15), status.Directories.Results);
        Assert.Equal(16, status.OcrComponents.ExtractionRulesLoaded);
        Assert.Equal(("BATCH_7", 12), (status.Worker.LastBatchId, status.Worker.TotalProcessed));
        Assert.Equal("operational", status.System.Status);
        Assert.Equal("1.0.0", status.System.Version);
    }

    [Fact]
    public void Without_a_worker_it_is_degraded_and_stopped()
    {
        var status = Build(Responding);

        Assert.Equal("degraded", status.System.Status);
        Assert.Equal("stopped", status.Worker.Status);
        Assert.Equal("0.0 files/second", status.Worker.ProcessingRate);
        Assert.Equal(0, status.OcrComponents.CacheHitRatio);
    }

    [Theory]
    [InlineData("""{"error": "unavailable"}""")]
    [InlineData("""{"directories": "many"}""")]
    [InlineData("""{}""")]
    public void A_missing_count_of_a_service_is_zero(string section)
    {
        var status = Build(Report(("ingest", section)), Heartbeats.Make());

        Assert.Equal((0, ""), (status.Directories.Inbox.FilesCount, status.Worker.LastBatchId));
        Assert.Equal("degraded", status.System.Status);
    }

    private static StatusView Build(SystemReport report, params WorkerHeartbeat[] workers) =>
        StatusBuilder.Build(report, workers, TimeSpan.FromSeconds(1), DateTimeOffset.UnixEpoch);

    private static SystemReport Report(params (string Name, string Json)[] sections) => new(
        sections.ToDictionary(section => section.Name, section => (JsonObject)JsonNode.Parse(section.Json)!),
        new Dictionary<string, HealthStatus>());
}
