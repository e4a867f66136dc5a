using System.Text.RegularExpressions;
using Ocr.Deploy.Tests.Docs;
using YamlDotNet.RepresentationModel;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>Compose and Kubernetes run the same images under the same names.</summary>
public sealed partial class ComposeTests
{
    // Variables of compose itself, and the folders of a container.
    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        "BUS_TRANSPORT", "OBJECT_STORE", "RABBITMQ_URL", "DATABASE_URL", "INGEST_URL", "RESULTS_URL", "EXTRACTOR_URL", "DATA_DIR", "TEMP_FOLDER",
        "HOST", "MANAGEMENT_PORT",
    };

    private const string MergeKey = "<<";
    private static readonly YamlMappingNode Services = (YamlMappingNode)Merged()["services"];

    [Fact]
    public void Every_service_runs_the_image_that_compose_builds_under_its_name()
    {
        var pods = Overlay.Get("dev").Pods.Where(pod => !pod.Name.StartsWith("migrate-", StringComparison.Ordinal)).ToArray();
        Assert.Equal(ServiceUnderTest.All.Count, pods.Length);
        Assert.All(pods, pod => Assert.Equal(Image(Services[pod.Name]), pod.Pod.Spec.Containers.Single().Image.Split(':')[0]));
    }

    [Fact]
    public void Passwords_have_no_default_and_the_gateway_is_published_on_loopback_by_default()
    {
        var text = File.ReadAllText(Path.Combine(Testing.RepositoryRoot.Path, "docker-compose.yml"));
        Assert.DoesNotMatch("PASSWORD:-[^}]", text);
        Assert.Matches(@"PASSWORD:\?", text);

        var published = Services.Children.Where(service => ((YamlMappingNode)service.Value).Children.ContainsKey("ports"))
            .Select(service => ((string)service.Key!, string.Join(':', ((string)((YamlSequenceNode)service.Value["ports"]).Single()!).Split(':')[..^2])));
        Assert.Equal([("gateway", "${PUBLISH_ADDRESS:-127.0.0.1}:${PORT"), ("grafana", "127.0.0.1:${GRAFANA_PORT")], published);
    }

    [Fact]
    public void Production_runs_images_of_the_same_names() =>
        Assert.All(Overlay.Get("production").Pods, pod => Assert.EndsWith(
            "/" + Image(Services[pod.Name]), pod.Pod.Spec.Containers.Single().Image.Split(':')[0], StringComparison.Ordinal));

    [Fact]
    public void Migrations_are_the_same_steps()
    {
        var steps = Services.Children.Where(service => ((string)service.Key!).EndsWith("-migrate", StringComparison.Ordinal)).ToArray();
        var jobs = Overlay.Get("production/migration").Pods;
        Assert.Equal(
            steps.Select(step => Image(step.Value)).Order(StringComparer.Ordinal),
            jobs.Select(job => job.Pod.Spec.Containers.Single().Image.Split('/')[^1].Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.All(steps, step => Assert.Equal("migrate", (string)step.Value["command"][0]!));
    }

    [Fact]
    public void Every_setting_of_a_service_may_be_set_in_its_env_file()
    {
        var settings = SettingTable.Names();
        Assert.All(ServiceUnderTest.All, service =>
        {
            var passed = ((YamlMappingNode)Services[service.Name]["environment"]).Children.ToDictionary(item => (string)item.Key!, item => (string)item.Value!);
            var missing = service.Read(new Dictionary<string, string>()).Where(settings.Contains)
                .Where(name => !passed.TryGetValue(name, out var value) || !(Fixed.Contains(name) || value.Contains(name + ":-", StringComparison.Ordinal)));
            Assert.Empty(missing.Select(name => $"{service.Name}: {name}"));
        });
    }

    [Fact]
    public void Every_other_setting_of_the_operations_page_may_be_set_in_its_env_file()
    {
        var named = OtherSettings();
        Assert.Contains("LOG_LEVEL", named);
        Assert.Contains("OTEL_TRACES_SAMPLER", named);
        Assert.All(ServiceUnderTest.All, service =>
        {
            var passed = ((YamlMappingNode)Services[service.Name]["environment"]).Children.ToDictionary(item => (string)item.Key!, item => (string)item.Value!);
            Assert.Empty(named.Where(name => !passed.TryGetValue(name, out var value) || !value.Contains("${" + name, StringComparison.Ordinal)).Select(name => $"{service.Name}: {name}"));
        });
    }

    [Fact]
    public void Every_container_has_a_memory_limit_and_restarts_after_a_crash_or_a_reboot() => Assert.All(Services.Children, service =>
    {
        var steps = service.Key.ToString() is "s3-bucket" || service.Key.ToString().EndsWith("-migrate", StringComparison.Ordinal);
        Assert.Equal(steps ? "on-failure" : "unless-stopped", (string)service.Value["restart"]!);
        Assert.Matches(@"\d+[mg]", (string)service.Value["mem_limit"]!);
    });

    [Fact]
    public void Uploads_in_progress_are_on_a_disk_that_the_account_of_the_image_owns()
    {
        var folder = (string)Services["ingest"]["environment"]["TEMP_FOLDER"]!;
        Assert.Contains((YamlSequenceNode)Services["ingest"]["volumes"], volume => ((string)volume!).EndsWith(":" + folder, StringComparison.Ordinal));
        Assert.Matches($"chown \"\\$APP_UID\" .*{folder}", File.ReadAllText(Path.Combine(Testing.RepositoryRoot.Path, "Dockerfile")));
    }

    [Fact]
    public void The_parts_of_the_profile_for_observability_find_each_other()
    {
        string[] parts = ["otel-collector", "prometheus", "tempo", "loki", "grafana"];
        Assert.Equal(parts, Services.Children.Where(service => ((YamlMappingNode)service.Value).Children.ContainsKey("profiles")).Select(service => (string)service.Key!));
        string[] addresses =
        [
            .. ((YamlMappingNode)Services["grafana"]["environment"]).Children.Where(item => ((string)item.Key!).EndsWith("_URL", StringComparison.Ordinal)).Select(item => (string)item.Value!),
            .. ((YamlMappingNode)Services["otel-collector"]["environment"]).Children.Select(item => (string)item.Value!),
            ((string)Services["gateway"]["environment"]["OTEL_EXPORTER_OTLP_ENDPOINT"]!).Split('-', 2)[1].TrimEnd('}'),
        ];
        Assert.All(addresses, address => Assert.Contains(address.Split("//")[^1].Split(':')[0], parts));
        Assert.All(Services.Children.SelectMany(Mounted), file => Assert.True(Path.Exists(Path.Combine(Testing.RepositoryRoot.Path, file)), file));
    }

    // Settings of the framework and of OpenTelemetry, which no options class has. The port is that of the container.
    private static string[] OtherSettings()
    {
        var page = File.ReadAllText(Path.Combine(Testing.RepositoryRoot.Path, "docs", "operations.md"));
        var paragraph = page[page.IndexOf("Other settings are", StringComparison.Ordinal)..].Split("\n\n")[0];
        return [.. SettingName().Matches(paragraph).Select(match => match.Groups[1].Value).Where(name => name != "ASPNETCORE_HTTP_PORTS")];
    }

    [GeneratedRegex("`([A-Z][A-Z0-9_]+)`")]
    private static partial Regex SettingName();

    // Files and folders of this repository that a container sees.
    private static IEnumerable<string> Mounted(KeyValuePair<YamlNode, YamlNode> service) =>
        ((YamlMappingNode)service.Value).Children.TryGetValue("volumes", out var volumes)
            ? ((YamlSequenceNode)volumes).Select(volume => (string)volume!).Where(volume => volume.StartsWith("./", StringComparison.Ordinal)).Select(volume => volume.Split(':')[0])
            : [];

    private static YamlMappingNode Merged()
    {
        var stream = new YamlStream();
        using var text = File.OpenText(Path.Combine(Testing.RepositoryRoot.Path, "docker-compose.yml"));
        stream.Load(text);
        return Merged((YamlMappingNode)stream.Documents.Single().RootNode);
    }

    // Like compose: a service's own keys override merged ones. YamlDotNet's MergingParser reports them as duplicates.
    private static YamlMappingNode Merged(YamlMappingNode mapping)
    {
        var merged = new YamlMappingNode();
        foreach (var (key, value) in mapping.Children.Where(item => (string?)item.Key != MergeKey))
        {
            merged.Add(key, Resolved(value));
        }

        if (mapping.Children.TryGetValue(MergeKey, out var parents))
        {
            var inherited = (parents as YamlSequenceNode)?.Children ?? [parents];
            foreach (var (key, value) in inherited.SelectMany(parent => Merged((YamlMappingNode)parent).Children).Where(item => !merged.Children.ContainsKey(item.Key)))
            {
                merged.Add(key, value);
            }
        }

        return merged;
    }

    private static YamlNode Resolved(YamlNode node) => node switch
    {
        YamlMappingNode mapping => Merged(mapping),
        YamlSequenceNode items => new YamlSequenceNode(items.Select(Resolved)),
        _ => node,
    };

    private static string Image(YamlNode service) => ((string)service["image"]!).Split(':')[0];
}
