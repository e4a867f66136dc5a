using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ocr.Contracts;
using Ocr.Gateway.Health;
using Ocr.Gateway.Host;
using Ocr.Gateway.Probing;

namespace Ocr.Gateway.Tests;

public sealed class HealthEvaluatorTests
{
    private static readonly HostStatistics Calm = new(45, 12, 8, [0.3, 0.2, 0.1]);

    [Fact]
    public void A_system_without_failures_is_healthy()
    {
        var health = Evaluate();

        Assert.Equal("healthy", health.Status);
        Assert.Equal(new HealthMetricsView
        {
            MemoryUsagePercent = 45,
            DiskUsagePercent = 12,
            CpuUsagePercent = 8,
            LoadAverage = 0.3,
        }, health.Metrics);
    }

    [Theory]
    [InlineData("masstransit-bus")]
    [InlineData("database_ingest")]
    [InlineData("database_results")]
    [InlineData("object_store")]
    [InlineData("ingest")]
    [InlineData("results")]
    public void A_failed_dependency_that_receipts_need_makes_the_system_unhealthy(string check) =>
        Assert.Equal("unhealthy", Evaluate(check: (check, HealthStatus.Unhealthy)).Status);

    [Fact]
    public void Checks_of_an_unavailable_service_count_as_failed()
    {
        var checks = Evaluate(check: ("ingest", HealthStatus.Unhealthy)).Checks;

        Assert.Equal(("error", "error", "ok"), (checks.ObjectStore, checks.Directories, checks.Database));
    }

    [Fact]
    public void A_bus_that_only_stutters_is_a_warning()
    {
        var health = Evaluate(check: ("masstransit-bus", HealthStatus.Degraded));

        Assert.Equal("degraded", health.Status);
        Assert.Equal("warning", health.Checks.MessageBroker);
    }

    [Fact]
    public void An_unavailable_cache_makes_the_system_degraded()
    {
        var health = Evaluate(check: ("redis", HealthStatus.Degraded));

        Assert.Equal(("degraded", "warning"), (health.Status, health.Checks.Cache));
    }

    [Fact]
    public void Without_a_worker_it_is_degraded()
    {
        var health = Evaluate(workers: []);

        Assert.Equal("degraded", health.Status);
        Assert.Equal(("error", "error", "ok"), (health.Checks.WorkerThread, health.Checks.OcrModels, health.Checks.Database));
    }

    [Theory]
    [InlineData(0, 2, "error", "degraded")]
    [InlineData(1, 2, "warning", "degraded")]
    [InlineData(2, 2, "ok", "healthy")]
    [InlineData(3, 2, "ok", "healthy")]
    public void Fewer_workers_than_expected_are_a_warning(int alive, int expected, string check, string status)
    {
        var health = Evaluate(workers: [.. Enumerable.Range(0, alive).Select(_ => Heartbeats.Make())], expected: expected);

        Assert.Equal((check, status), (health.Checks.WorkerThread, health.Status));
    }

    [Theory]
    [InlineData(89.9, 12, "ok", "ok", "healthy")]
    [InlineData(90, 12, "warning", "ok", "degraded")]
    [InlineData(45, 97, "ok", "warning", "degraded")]
    public void A_tight_machine_is_a_warning(double memory, double disk, string memoryCheck, string diskCheck, string status)
    {
        var health = Evaluate(host: Calm with { MemoryPercent = memory, DiskPercent = disk });

        Assert.Equal((memoryCheck, diskCheck, status), (health.Checks.MemoryUsage, health.Checks.DiskSpace, health.Status));
    }

    [Fact]
    public void The_worst_of_several_checks_of_one_name_counts()
    {
        var merged = SystemReport.Merge([Report(("masstransit-bus", HealthStatus.Healthy)), Report(("masstransit-bus", HealthStatus.Unhealthy))]);

        Assert.Equal(HealthStatus.Unhealthy, merged.Checks["masstransit-bus"]);
    }

    private static HealthView Evaluate(
        (string Name, HealthStatus Status)? check = null, WorkerHeartbeat[]? workers = null, HostStatistics? host = null, int expected = 1) =>
        HealthEvaluator.Evaluate(
            Report(check ?? ("masstransit-bus", HealthStatus.Healthy)),
            workers ?? [Heartbeats.Make()],
            expected,
            host ?? Calm,
            DateTimeOffset.UnixEpoch);

    private static SystemReport Report((string Name, HealthStatus Status) check) => new(
        new Dictionary<string, JsonObject>(),
        new Dictionary<string, HealthStatus> { [check.Name] = check.Status });
}
