using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ocr.Gateway.Probing;

/// <summary>What the services say of themselves at one moment.</summary>
/// <param name="Sections">Status sections by name; a service that did not answer has none.</param>
/// <param name="Checks">Health checks by name, the worst where several services have one of the same name.</param>
internal sealed record SystemReport(
    IReadOnlyDictionary<string, JsonObject> Sections, IReadOnlyDictionary<string, HealthStatus> Checks)
{
    /// <summary>Puts the reports of several probes together.</summary>
    public static SystemReport Merge(IEnumerable<SystemReport> reports)
    {
        var all = reports.ToArray();
        return new SystemReport(
            all.SelectMany(report => report.Sections)
                .GroupBy(section => section.Key, section => section.Value, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal),
            all.SelectMany(report => report.Checks)
                .GroupBy(check => check.Key, check => check.Value, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Min(), StringComparer.Ordinal));
    }
}
