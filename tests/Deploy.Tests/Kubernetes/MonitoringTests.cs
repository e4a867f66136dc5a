using System.Text.Json.Nodes;
using k8s.Models;
using Ocr.Deploy.Tests.Telemetry;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>The component for kube-prometheus-stack has what <c>deploy/prometheus</c> and <c>deploy/grafana</c> have.</summary>
public sealed class MonitoringTests
{
    private const string Rules = "deploy/k8s/components/monitoring/rules.yaml";

    private static readonly Overlay Production = new(Overlay.Kustomize("overlays/production/monitoring"));

    [Theory]
    [InlineData("production", "ocr")]
    [InlineData("dev", "ocr-dev")]
    public void Every_pod_of_a_service_and_every_broker_is_scraped_under_the_job_that_the_alerts_name(string overlay, string ns)
    {
        var monitors = new Overlay(Overlay.Kustomize($"overlays/{overlay}/monitoring")).OfKind("PodMonitor").Select(item => Manifest.Root(item.Yaml).ToJson()!).ToArray();
        Assert.Equal(["ocr", "rabbitmq"], monitors.Select(Job));
        Assert.All(monitors, monitor => Assert.Equal(ns, Text(monitor["metadata"]!["namespace"])));

        var ours = monitors[0]["spec"]!;
        Assert.Equal(
            ServiceUnderTest.All.Select(service => service.Name).Order(StringComparer.Ordinal),
            ours["selector"]!["matchExpressions"]![0]!["values"]!.AsArray().Select(Text).Order(StringComparer.Ordinal));
        var port = Text(ours["podMetricsEndpoints"]![0]!["port"]);
        Assert.All(Overlay.Get("production").Of<V1Deployment>(), item => Assert.Contains(item.Spec.Template.Spec.Containers.Single().Ports, open => open.Name == port));
        Assert.Equal(Path("prometheus.yml", "ocr"), Text(ours["podMetricsEndpoints"]![0]!["path"]));
        Assert.Equal(Path("prometheus.yml", "rabbitmq"), Text(monitors[1]["spec"]!["podMetricsEndpoints"]![0]!["path"]));
        if (overlay == "dev")
        {
            Assert.Contains(ns, monitors[1]["spec"]!["namespaceSelector"]!["matchNames"]!.AsArray().Select(Text));
        }
    }

    [Fact]
    public void The_rules_are_those_of_Prometheus()
    {
        var file = System.IO.Path.Combine(Testing.RepositoryRoot.Path, Rules);
        var alerts = File.ReadAllText(System.IO.Path.Combine(Shipped.Folder("prometheus"), "alerts.yml"));
        var groups = alerts[alerts.IndexOf("groups:", StringComparison.Ordinal)..].Split('\n').Select(line => line.Length > 0 ? "  " + line : line);
        var head = File.ReadAllText(file).Split("\nspec:\n")[0] + "\nspec:\n";
        var expected = head + string.Join('\n', groups);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, expected);
        }

        Assert.Equal(expected, File.ReadAllText(file));
        Assert.Equal(
            Shipped.Alerts().Select(alert => alert.Name),
            Manifest.Root(Production.OfKind("PrometheusRule").Single().Yaml).ToJson()!["spec"]!["groups"]!.AsArray()
                .SelectMany(group => group!["rules"]!.AsArray()).Select(rule => Text(rule!["alert"])));
    }

    [Fact]
    public void Every_dashboard_is_in_a_ConfigMap_that_Grafana_finds()
    {
        var map = Production.ConfigMap("ocr-dashboards");
        Assert.Equal("1", map.Metadata.Labels["grafana_dashboard"]);
        Assert.Equal(Shipped.Dashboards().Select(item => item.Name).Order(StringComparer.Ordinal), map.Data.Keys.Order(StringComparer.Ordinal));
    }

    private static string Job(JsonNode monitor) => Text(monitor["spec"]!["podMetricsEndpoints"]![0]!["relabelings"]!.AsArray().Single(rule => Text(rule!["targetLabel"]) == "job")!["replacement"]);

    private static string Path(string file, string job) =>
        (string)((YamlDotNet.RepresentationModel.YamlSequenceNode)Shipped.Yaml("prometheus/" + file)["scrape_configs"]).Single(item => (string)item["job_name"]! == job)["metrics_path"]!;

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
