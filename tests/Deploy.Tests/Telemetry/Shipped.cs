using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Ocr.Deploy.Tests.Telemetry;

/// <summary>Files of <c>deploy</c>.</summary>
internal static class Shipped
{
    public static string Folder(string name) => Path.Combine(Testing.RepositoryRoot.Path, "deploy", name);

    public static YamlMappingNode Yaml(string file) => Kubernetes.Manifest.Root(File.ReadAllText(Folder(file)));

    /// <summary>Alerts of Prometheus: name and expression.</summary>
    public static IReadOnlyList<(string Name, string Expression)> Alerts() =>
        [.. Rules().Select(rule => ((string)rule["alert"]!, ((string)rule["expr"]!).Trim()))];

    /// <summary>The rules of <c>alerts.yml</c>.</summary>
    public static IReadOnlyList<YamlNode> Rules() =>
        [.. ((YamlSequenceNode)Yaml("prometheus/alerts.yml")["groups"]).SelectMany(group => (YamlSequenceNode)group["rules"])];

    /// <summary>Dashboards by file name.</summary>
    public static IReadOnlyList<(string Name, JsonNode Json)> Dashboards() =>
        [.. Directory.EnumerateFiles(Folder("grafana/dashboards"), "*.json").Select(file => (Path.GetFileName(file), JsonNode.Parse(File.ReadAllText(file))!))];

    /// <summary>Panels of a dashboard without its rows.</summary>
    public static IEnumerable<JsonNode> Panels(JsonNode dashboard) =>
        dashboard["panels"]!.AsArray().Select(panel => panel!).Where(panel => panel["type"]!.GetValue<string>() != "row");

    /// <summary>Queries of a dashboard: panel and expression.</summary>
    public static IEnumerable<(string Panel, string Expression)> Queries(JsonNode dashboard) =>
        from panel in Panels(dashboard)
        where panel["datasource"]!["type"]!.GetValue<string>() == "prometheus"
        from target in panel["targets"]!.AsArray()
        select (panel["title"]!.GetValue<string>(), target!["expr"]!.GetValue<string>());
}
