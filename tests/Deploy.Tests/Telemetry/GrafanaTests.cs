using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Ocr.Deploy.Tests.Telemetry;

public sealed partial class GrafanaTests
{
    public static TheoryData<string> Dashboards => [.. Shipped.Dashboards().Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Dashboards))]
    public void A_dashboard_has_a_fixed_uid_and_panels_that_do_not_overlap(string name)
    {
        var dashboard = Shipped.Dashboards().Single(item => item.Name == name).Json;
        Assert.Matches("^ocr-", dashboard["uid"]!.GetValue<string>());
        Assert.Null(dashboard["id"]);
        var panels = dashboard["panels"]!.AsArray().Select(panel => panel!).ToArray();
        Assert.Equal(panels.Length, panels.Select(panel => panel["id"]!.GetValue<int>()).Distinct().Count());
        var cells = panels.SelectMany(Cells).ToArray();
        Assert.Equal(cells.Length, cells.Distinct().Count());
        Assert.All(Shipped.Panels(dashboard), panel => Assert.NotEqual("", panel["description"]!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(Dashboards))]
    public void Rates_use_the_rate_interval_of_Grafana(string name)
    {
        foreach (var (panel, expression) in Shipped.Queries(Shipped.Dashboards().Single(item => item.Name == name).Json))
        {
            Assert.All(Ranges().Matches(expression), range => Assert.True(range.Value is "[$__rate_interval]" or "[$__range]", panel));
        }
    }

    [Theory]
    [MemberData(nameof(Dashboards))]
    public void Data_sources_are_provisioned_with_the_uids_that_are_named(string name)
    {
        string[] known = [.. ((YamlSequenceNode)Shipped.Yaml("grafana/provisioning/datasources/ocr.yml")["datasources"]).Select(source => (string)source["uid"]!)];
        var dashboard = Shipped.Dashboards().Single(item => item.Name == name).Json;
        Assert.Contains(dashboard["templating"]!["list"]![0]!["current"]!["value"]!.GetValue<string>(), known);
        Assert.All(Shipped.Panels(dashboard), panel => Assert.Contains(panel["datasource"]!["uid"]!.GetValue<string>(), known.Append("${datasource}")));
    }

    [Fact]
    public void Grafanas_alerts_are_those_of_Prometheus_that_page()
    {
        var paging = from @group in (YamlSequenceNode)Shipped.Yaml("prometheus/alerts.yml")["groups"]
                     from rule in (YamlSequenceNode)@group["rules"]
                     where (string)rule["labels"]["severity"]! == "page"
                     select (Name: (string)rule["alert"]!, Expression: ((string)rule["expr"]!).Trim());
        var rules = ((YamlSequenceNode)Shipped.Yaml("grafana/provisioning/alerting/ocr.yml")["groups"])
            .SelectMany(group => (YamlSequenceNode)group["rules"]).Select(rule => (YamlMappingNode)rule).ToArray();

        Assert.Equal(paging, rules.Select(rule => ((string)rule["title"]!, ((string)rule["data"][0]["model"]["expr"]!).Trim())));
        Assert.Equal(rules.Length, rules.Select(rule => (string)rule["uid"]!).Distinct().Count());
        Assert.All(rules, rule => Assert.Equal((string)rule["condition"]!, (string)rule["data"][0]["refId"]!));
    }

    [Fact]
    public void An_alert_that_pages_has_a_value_that_is_not_0_because_Grafana_fires_on_no_other()
    {
        var paging = Shipped.Rules().Where(rule => (string)rule["labels"]["severity"]! == "page").Select(rule => ((string)rule["expr"]!).Trim()).ToArray();
        Assert.DoesNotContain(paging, GivesNothing);
        Assert.True(GivesNothing("max(ocr_workers_alive) < 1"));
        Assert.True(GivesNothing("absent(up) or sum(up) == 0"));
    }

    // The right side of "and" only filters.
    private static bool GivesNothing(string expression) =>
        !expression.Split('\n')[^1].TrimStart().StartsWith("and ", StringComparison.Ordinal) && ZeroAtTheEnd().IsMatch(expression);

    [Fact]
    public void The_collectors_pipelines_name_what_is_defined()
    {
        var root = Shipped.Yaml("otel/collector.yml");
        var pipelines = ((YamlMappingNode)root["service"]["pipelines"]).Children;
        Assert.Equal(["traces", "logs", "metrics"], pipelines.Keys.Select(key => (string)key!));
        foreach (var pipeline in pipelines.Values)
        {
            foreach (var part in (string[])["receivers", "processors", "exporters"])
            {
                Assert.All((YamlSequenceNode)pipeline[part], name => Assert.True(((YamlMappingNode)root[part]).Children.ContainsKey(name), $"{part}: {name}"));
            }
        }
    }

    private static IEnumerable<(int X, int Y)> Cells(JsonNode panel)
    {
        var place = panel["gridPos"]!;
        int x = place["x"]!.GetValue<int>(), y = place["y"]!.GetValue<int>(), w = place["w"]!.GetValue<int>(), h = place["h"]!.GetValue<int>();
        Assert.InRange(x + w, 1, 24);
        return from column in Enumerable.Range(x, w) from line in Enumerable.Range(y, h) select (column, line);
    }

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Ranges();

    [GeneratedRegex(@"(< 1|== 0)$")]
    private static partial Regex ZeroAtTheEnd();
}
