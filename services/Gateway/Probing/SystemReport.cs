using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ocr.Gateway.Probing;

/// <summary>State of the services at one time.</summary>
/// <param name="Sections">Status sections by name; an unavailable service has none.</param>
/// <param name="Checks">Health checks by name; the worst status where several services have a check of the same name.</param>
internal sealed record SystemReport(
    IReadOnlyDictionary<string, JsonObject> Sections, IReadOnlyDictionary<string, HealthStatus> Checks)
{
    /// <summary>A value of a section; <see langword="null"/> when it is missing.</summary>
    public JsonNode? Find(string section, params string[] path)
    {
        JsonNode? node = Sections.GetValueOrDefault(section);
        foreach (var name in path)
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    /// <summary>A number of a section; 0 when it is missing.</summary>
    public double Number(string section, params string[] path) => Number(Find(section, path));

    /// <summary>The objects of a list of a section; empty when it is missing.</summary>
    public IEnumerable<JsonObject> List(string section, params string[] path) => (Find(section, path) as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>The value of a node; 0 when it is not a number.</summary>
    public static double Number(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)
        : 0;

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
