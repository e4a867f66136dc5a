using YamlDotNet.RepresentationModel;

namespace Ocr.Deploy.Tests.Telemetry;

/// <summary>What Prometheus' own tool says of the rules and configurations.</summary>
public sealed class RuleTests
{
    private static readonly string[] Alerts = [.. Shipped.Alerts().Select(alert => alert.Name)];

    [Fact]
    public void The_configuration_and_the_alerts_are_valid() => Tool.Run("promtool", "check", "config", "deploy/prometheus/prometheus.yml");

    [Fact]
    public void The_configuration_for_Kubernetes_is_valid_but_for_its_discovery()
    {
        // Debian's Prometheus is built without it; the rest, relabelling above all, is checked with addresses in its place.
        var root = Shipped.Yaml("prometheus/kubernetes.yml");
        foreach (var job in ((YamlSequenceNode)root["scrape_configs"]).Cast<YamlMappingNode>())
        {
            Assert.True(job.Children.Remove("kubernetes_sd_configs"));
            job.Add("static_configs", new YamlSequenceNode(new YamlMappingNode("targets", new YamlSequenceNode("a:1"))));
        }

        var folder = Directory.CreateTempSubdirectory("ocr-promtool-");
        try
        {
            using (var text = File.CreateText(Path.Combine(folder.FullName, "kubernetes.yml")))
            {
                new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
            }

            File.Copy(Path.Combine(Shipped.Folder("prometheus"), "alerts.yml"), Path.Combine(folder.FullName, "alerts.yml"));
            Tool.Run("promtool", "check", "config", Path.Combine(folder.FullName, "kubernetes.yml"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_alerts_fire_when_they_should_and_not_before() => Tool.Run("promtool", "test", "rules", "deploy/prometheus/alerts.test.yml");

    [Fact]
    public void Every_alert_is_tested_and_documented()
    {
        var tests = File.ReadAllText(Path.Combine(Shipped.Folder("prometheus"), "alerts.test.yml"));
        var page = File.ReadAllText(Path.Combine(Testing.RepositoryRoot.Path, "docs", "operations.md"));
        Assert.NotEmpty(Alerts);
        Assert.All(Alerts, alert => Assert.Contains($"alertname: {alert}", tests, StringComparison.Ordinal));
        Assert.All(Alerts, alert => Assert.Contains($"`{alert}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Both_configurations_scrape_the_same_jobs()
    {
        Assert.Equal(Jobs("prometheus/prometheus.yml"), Jobs("prometheus/kubernetes.yml"));

        static IEnumerable<string> Jobs(string file) => ((YamlSequenceNode)Shipped.Yaml(file)["scrape_configs"]).Select(job => (string)job["job_name"]!);
    }

    [Fact]
    public void MassTransits_gauges_are_never_rated()
    {
        var expressions = Shipped.Alerts().Select(alert => alert.Expression).Concat(Shipped.Dashboards().SelectMany(item => Shipped.Queries(item.Json)).Select(item => item.Expression));
        Assert.DoesNotContain(expressions, IsRatedGauge);
        Assert.True(IsRatedGauge("rate(messaging_masstransit_consume_active_ea_total[5m])"));
    }

    private static bool IsRatedGauge(string expression) =>
        System.Text.RegularExpressions.Regex.IsMatch(expression, @"(rate|increase)\(\s*(messaging_masstransit_\w*_active_ea_total|dotnet_thread_pool_(queue_length|thread_count)_total)");
}
