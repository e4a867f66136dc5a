using System.Text.Json.Nodes;
using Ocr.ServiceDefaults.Health;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Probing;

/// <summary>Reads the state of this process: in Standalone of all services, otherwise of the gateway's bus.</summary>
internal sealed class LocalProbe(
    Readiness readiness, IEnumerable<IStatusReporter> reporters, ILogger<LocalProbe> logger) : ISystemProbe
{
    private static readonly Dictionary<string, JsonObject> NoSections = [];

    /// <inheritdoc/>
    public async Task<SystemReport> ProbeAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        var sections = await StatusEndpoint.CollectAsync(reporters, scope, logger, cancellationToken);
        return new SystemReport(
            sections.Where(section => section.Value is JsonObject)
                .ToDictionary(section => section.Key, section => (JsonObject)section.Value!, StringComparer.Ordinal),
            (await CheckAsync(cancellationToken)).Checks);
    }

    /// <inheritdoc/>
    public async Task<SystemReport> CheckAsync(CancellationToken cancellationToken)
    {
        var report = await readiness.CheckAsync(cancellationToken);
        return new SystemReport(NoSections, report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status, StringComparer.Ordinal));
    }
}
