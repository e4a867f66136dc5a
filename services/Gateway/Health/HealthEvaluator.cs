using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ocr.Contracts;
using Ocr.Gateway.Host;
using Ocr.Gateway.Probing;
using Ocr.ServiceDefaults.Health;
using Ocr.ServiceDefaults.Redis;

namespace Ocr.Gateway.Health;

/// <summary>
/// Evaluates the health of the system. A failed part that receipts require (broker, database, object store, disk space, Ingest, Results) makes it
/// <c>unhealthy</c>. A part that delays receipts, or a machine short of resources, makes it <c>degraded</c>.
/// </summary>
internal static class HealthEvaluator
{
    /// <summary>Share of memory or disk in use that gives a warning, 0–100.</summary>
    public const double TightPercent = 90;

    /// <summary>Status of a system that cannot process receipts.</summary>
    public const string Unhealthy = "unhealthy";

    private const string Ok = "ok";
    private const string Warning = "warning";
    private const string Error = "error";

    /// <summary>Evaluates the health.</summary>
    /// <param name="report">What the services report.</param>
    /// <param name="workers">Last heartbeats of the active workers.</param>
    /// <param name="workersExpected">Fewer active workers than this are a warning.</param>
    /// <param name="host">Load of this machine.</param>
    /// <param name="now">When it was measured, UTC.</param>
    public static HealthView Evaluate(
        SystemReport report, IReadOnlyCollection<WorkerHeartbeat> workers, int workersExpected, HostStatistics host, DateTimeOffset now)
    {
        var (broker, database) = (Check(report, "masstransit-bus"), Check(report, "database"));
        var (ingest, results) = (Check(report, "ingest"), Check(report, "results"));

        // Only Ingest reports the store. A missing report counts as unhealthy.
        var objects = report.Checks.ContainsKey(HealthEndpoints.ObjectStoreCheck) ? Check(report, HealthEndpoints.ObjectStoreCheck) : ingest;
        var extractor = Check(report, "extractor");
        var models = workers.Count > 0 ? Ok : Error;
        var worker = workers.Count >= workersExpected ? Ok : models == Ok ? Warning : Error;

        // Without Redis the cache is in the worker.
        var cache = report.Checks.ContainsKey(RedisExtensions.CheckName) ? Check(report, RedisExtensions.CheckName) : models;
        var memory = host.MemoryPercent < TightPercent ? Ok : Warning;
        var disk = Check(report, HealthEndpoints.DiskSpaceCheck) == Error ? Error : host.DiskPercent < TightPercent ? Ok : Warning;
        var status = (string[])[broker, database, objects, ingest, results, disk] is var vital && vital.Contains(Error) ? Unhealthy
            : vital.Concat([extractor, worker, cache, memory]).All(check => check == Ok) ? "healthy"
            : "degraded";
        return new HealthView
        {
            Status = status,
            Timestamp = now,
            Checks = new()
            {
                FlaskApp = Ok,
                OcrModels = models,
                Directories = objects,
                WorkerThread = worker,
                MemoryUsage = memory,
                DiskSpace = disk,
                MessageBroker = broker,
                Cache = cache,
                Database = database,
                ObjectStore = objects,
            },
            Metrics = Metrics(host),
        };
    }

    private static HealthMetricsView Metrics(HostStatistics host) => new()
    {
        MemoryUsagePercent = Math.Round(host.MemoryPercent, 1),
        DiskUsagePercent = Math.Round(host.DiskPercent, 1),
        CpuUsagePercent = Math.Round(host.CpuPercent, 1),
        LoadAverage = host.LoadAverage[0],
    };

    // Every service has its own database, so several checks have the same prefix. A part without a check does not exist
    // in this composition.
    private static string Check(SystemReport report, string name)
    {
        var states = report.Checks.Where(check => check.Key.StartsWith(name, StringComparison.Ordinal)).Select(check => check.Value);
        return states.DefaultIfEmpty(HealthStatus.Healthy).Min() switch
        {
            HealthStatus.Healthy => Ok,
            HealthStatus.Degraded => Warning,
            _ => Error,
        };
    }
}
