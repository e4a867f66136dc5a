using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ocr.Contracts.Status;

namespace Ocr.Gateway.Probing;

/// <summary>State of the services at one time.</summary>
/// <param name="Sections">Status sections by name; an unavailable service has none.</param>
/// <param name="Checks">Health checks by name; the worst status where several services have a check of the same name.</param>
internal sealed record SystemReport(
    IReadOnlyDictionary<string, JsonObject> Sections, IReadOnlyDictionary<string, HealthStatus> Checks)
{
    /// <summary>Section of Ingest; defaults when it is missing. Each access reads the JSON of the section.</summary>
    public IngestSection Ingest => StatusJson.Read<IngestSection>(Sections.GetValueOrDefault(IngestSection.Name));

    /// <summary>Section of Results; defaults when it is missing.</summary>
    public ResultsSection Results => StatusJson.Read<ResultsSection>(Sections.GetValueOrDefault(ResultsSection.Name));

    /// <summary>Section of the extractor; defaults when it is missing.</summary>
    public ExtractorSection Extractor => StatusJson.Read<ExtractorSection>(Sections.GetValueOrDefault(ExtractorSection.Name));

    /// <summary>Merges the reports of several probes.</summary>
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
