using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Ocr.Deploy.Tests.Telemetry;

/// <summary>Checks rules and configurations with promtool.</summary>
public sealed partial class RuleTests
{
    private static readonly string[] Alerts = [.. Shipped.Alerts().Select(alert => alert.Name)];

    private static readonly string Runbook = File.ReadAllText(Path.Combine(Testing.RepositoryRoot.Path, "docs", "runbook.md"));

    [Theory]
    [InlineData("prometheus.yml")]
    [InlineData("native.yml")]
    public void The_configuration_and_the_alerts_are_valid(string file) => Tool.Run("promtool", "check", "config", "deploy/prometheus/" + file);

    [Fact]
    public void The_configuration_for_Kubernetes_is_valid_but_for_its_discovery()
    {
        // Debian's Prometheus is built without Kubernetes discovery. Static addresses replace it, so that the rest, mainly relabelling, is checked.
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
    public void Every_alert_is_tested_and_links_to_its_section_of_the_runbook()
    {
        var tests = File.ReadAllText(Path.Combine(Shipped.Folder("prometheus"), "alerts.test.yml"));
        var sections = Runbook.Split('\n').Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..]);
        Assert.NotEmpty(Alerts);
        Assert.Equal(Alerts.Order(StringComparer.Ordinal), sections.Order(StringComparer.Ordinal));
        Assert.All(Alerts, alert => Assert.Contains($"alertname: {alert}", tests, StringComparison.Ordinal));
        Assert.All(Shipped.Rules(), rule => Assert.Equal(
            "docs/runbook.md#" + ((string)rule["alert"]!).ToLowerInvariant(), (string)rule["annotations"]["runbook"]!));
    }

    [Fact]
    public void Log_events_that_the_runbook_names_exist()
    {
        var events = Directory.EnumerateFiles(Testing.RepositoryRoot.Path, "Log.cs", SearchOption.AllDirectories)
            .SelectMany(file => EventNames().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var named = NamedEvents().Matches(Runbook).Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, events));
    }

    [Fact]
    public void All_configurations_scrape_the_same_jobs()
    {
        Assert.Equal(Jobs("prometheus/prometheus.yml"), Jobs("prometheus/kubernetes.yml"));
        Assert.Equal(Jobs("prometheus/prometheus.yml"), Jobs("prometheus/native.yml"));

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
        Regex.IsMatch(expression, @"(rate|increase)\(\s*(messaging_masstransit_\w*_active_ea_total|dotnet_thread_pool_(queue_length|thread_count)_total)");

    [GeneratedRegex("EventName = \"(\\w+)\"")]
    private static partial Regex EventNames();

    [GeneratedRegex(@"[Ll]og event `(\w+)`")]
    private static partial Regex NamedEvents();
}
