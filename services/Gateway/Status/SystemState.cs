using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Ocr.Gateway.Statistics;
using Ocr.Gateway.Health;
using Ocr.Gateway.Host;
using Ocr.Gateway.Probing;
using Ocr.Gateway.Workers;
using Ocr.ServiceDefaults.Health;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Status;

/// <summary>Measures the state of the system per request.</summary>
internal sealed class SystemState
{
    private readonly IEnumerable<ISystemProbe> _probes;
    private readonly WorkerRegistry _workers;
    private readonly HostProbe _host;
    private readonly ResourceHistory _history;
    private readonly RequestRate _requests;
    private readonly GatewayOptions _options;
    private readonly TimeProvider _time;
    private readonly RecentValue<HealthView> _health;
    private readonly long _startedAt;

    /// <summary>Starts the measurement of the uptime.</summary>
    public SystemState(
        IEnumerable<ISystemProbe> probes,
        WorkerRegistry workers,
        HostProbe host,
        ResourceHistory history,
        RequestRate requests,
        IOptions<GatewayOptions> options,
        TimeProvider time)
    {
        (_probes, _workers, _host, _history, _requests, _options, _time) = (probes, workers, host, history, requests, options.Value, time);
        _startedAt = time.GetTimestamp();
        _health = new RecentValue<HealthView>(MeasureHealthAsync, Readiness.MaxAge, time);
    }

    /// <summary>The response of <c>/api/status</c>.</summary>
    public async Task<StatusView> StatusAsync(TenantScope scope, CancellationToken cancellationToken) =>
        StatusBuilder.Build(await ReportAsync(scope, cancellationToken), _workers.Living(), _time.GetElapsedTime(_startedAt), _time.GetUtcNow());

    /// <summary>The response of <c>/api/health</c>. It needs no key and has no limit, so it is measured at most once per second.</summary>
    public Task<HealthView> HealthAsync(CancellationToken cancellationToken) => _health.GetAsync(cancellationToken);

    /// <summary>The response of <c>/api/metrics</c>.</summary>
    public async Task<JsonObject> MetricsAsync(TenantScope scope, CancellationToken cancellationToken) => MetricsBuilder.Build(
        await ReportAsync(scope, cancellationToken),
        _workers.Living(),
        _host.Measure(_options.DataDirectory),
        _history.Use(),
        _requests.PerMinute,
        _time.GetElapsedTime(_startedAt));

    /// <summary>The response of <c>/api/ocr/queue/status</c>.</summary>
    public async Task<QueueView> QueueAsync(TenantScope scope, CancellationToken cancellationToken) =>
        QueueView.Of(await ReportAsync(scope, cancellationToken), _workers.Living(), _time.GetUtcNow());

    private async Task<HealthView> MeasureHealthAsync()
    {
        var reports = await Task.WhenAll(_probes.Select(probe => probe.CheckAsync(CancellationToken.None)));
        return HealthEvaluator.Evaluate(
            SystemReport.Merge(reports), _workers.Living(), _options.WorkersExpected, _host.Measure(_options.DataDirectory), _time.GetUtcNow());
    }

    private async Task<SystemReport> ReportAsync(TenantScope scope, CancellationToken cancellationToken) =>
        SystemReport.Merge(await Task.WhenAll(_probes.Select(probe => probe.ProbeAsync(scope, cancellationToken))));
}
