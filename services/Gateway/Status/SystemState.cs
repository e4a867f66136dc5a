using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Ocr.Gateway.Figures;
using Ocr.Gateway.Health;
using Ocr.Gateway.Host;
using Ocr.Gateway.Probing;
using Ocr.Gateway.Workers;

namespace Ocr.Gateway.Status;

/// <summary>Measures the system when asked.</summary>
internal sealed class SystemState(
    IEnumerable<ISystemProbe> probes,
    WorkerRegistry workers,
    HostProbe host,
    ResourceHistory history,
    RequestRate requests,
    IOptions<GatewayOptions> options,
    TimeProvider time)
{
    private readonly long _startedAt = time.GetTimestamp();

    /// <summary>The answer of <c>/api/status</c>.</summary>
    public async Task<StatusView> StatusAsync(CancellationToken cancellationToken) =>
        StatusBuilder.Build(await ReportAsync(cancellationToken), workers.Living(), time.GetElapsedTime(_startedAt), time.GetUtcNow());

    /// <summary>The answer of <c>/api/health</c>.</summary>
    public async Task<HealthView> HealthAsync(CancellationToken cancellationToken) =>
        HealthEvaluator.Evaluate(
            await ReportAsync(cancellationToken), workers.Living(), host.Measure(options.Value.DataDirectory), time.GetUtcNow());

    /// <summary>The answer of <c>/api/metrics</c>.</summary>
    public async Task<JsonObject> MetricsAsync(CancellationToken cancellationToken) => MetricsBuilder.Build(
        await ReportAsync(cancellationToken),
        workers.Living(),
        host.Measure(options.Value.DataDirectory),
        history.Use(),
        requests.PerMinute,
        time.GetElapsedTime(_startedAt));

    /// <summary>The answer of <c>/api/ocr/queue/status</c>.</summary>
    public async Task<QueueView> QueueAsync(CancellationToken cancellationToken) =>
        QueueView.Of(await ReportAsync(cancellationToken), workers.Living(), time.GetUtcNow());

    private async Task<SystemReport> ReportAsync(CancellationToken cancellationToken) =>
        SystemReport.Merge(await Task.WhenAll(probes.Select(probe => probe.ProbeAsync(cancellationToken))));
}
