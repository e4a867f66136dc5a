using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ocr.ServiceDefaults.Health;
using Ocr.ServiceDefaults.Status;

namespace Ocr.Gateway.Probing;

/// <summary>Asks what runs in this process: in Standalone everything, else the gateway's own bus.</summary>
internal sealed class LocalProbe(
    HealthCheckService health, IEnumerable<IStatusReporter> reporters, ILogger<LocalProbe> logger) : ISystemProbe
{
    /// <inheritdoc/>
    public async Task<SystemReport> ProbeAsync(CancellationToken cancellationToken)
    {
        var sections = await StatusEndpoint.CollectAsync(reporters, logger, cancellationToken);
        var report = await health.CheckHealthAsync(check => check.Tags.Contains(HealthEndpoints.ReadyTag), cancellationToken);
        return new SystemReport(
            sections.Where(section => section.Value is JsonObject)
                .ToDictionary(section => section.Key, section => (JsonObject)section.Value!, StringComparer.Ordinal),
            report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status, StringComparer.Ordinal));
    }
}
