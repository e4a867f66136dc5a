using System.Globalization;
using k8s.Models;
using Ocr.Gateway;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>Every reference between objects has an existing target.</summary>
public sealed class ReferenceTests
{
    private static readonly Overlay Production = Overlay.Get("production");

    [Theory]
    [InlineData("dev")]
    [InlineData("production")]
    public void Services_select_pods_and_their_ports_are_open(string name)
    {
        var overlay = Overlay.Get(name);
        var ours = overlay.Of<V1Service>().Where(service => service.Spec.Ports.Any(port => port.Name == "http")).ToArray();
        Assert.Equal(4, ours.Length);
        Assert.All(ours, service =>
        {
            var pod = Assert.Single(overlay.Pods, pod => service.Spec.Selector.All(label => pod.Pod.Metadata.Labels.TryGetValue(label.Key, out var value) && value == label.Value)).Pod;
            var ports = pod.Spec.Containers.Single().Ports;
            Assert.All(service.Spec.Ports, port => Assert.Contains(ports, open => open.Name == port.TargetPort.Value));
            Assert.Equal(
                [("http", overlay.Settings["ASPNETCORE_HTTP_PORTS"]), ("management", overlay.Settings["MANAGEMENT_PORT"])],
                ports.Select(port => (port.Name, port.ContainerPort.ToString(CultureInfo.InvariantCulture))));
            Assert.Equal(overlay.Settings["MANAGEMENT_PORT"], pod.Metadata.Annotations["prometheus.io/port"]);
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("production")]
    public void The_gateway_reaches_the_management_port_of_the_services_behind_it_and_nothing_else_does(string name)
    {
        var overlay = Overlay.Get(name);
        var open = overlay.Of<V1Service>().Where(service => service.Spec.Ports.Any(port => port.Port == int.Parse(overlay.Settings["MANAGEMENT_PORT"], CultureInfo.InvariantCulture))).ToArray();
        Assert.Equal(["extractor", "ingest", "results"], open.Select(service => service.Metadata.Name).Order(StringComparer.Ordinal));
        Assert.All(open, service => Assert.Equal(
            overlay.Settings["MANAGEMENT_PORT"], service.Spec.Ports.Single(port => port.Name == "management").Port.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_ingress_leads_to_the_api_and_the_page_only()
    {
        var ingress = Production.Of<V1Ingress>().Single();
        var paths = ingress.Spec.Rules.Single().Http.Paths;
        Assert.All(paths, path => Assert.Equal(("gateway", "http"), (path.Backend.Service.Name, path.Backend.Service.Port.Name)));

        string[] kept = ["/metrics", "/health/live", "/health/ready", "/internal/status"];
        Assert.All(kept, hidden => Assert.DoesNotContain(paths, path => Leads(path, hidden)));
        string[] served = ["/", "/api/upload", "/api/ocr/process_batch"];
        Assert.All(served, shown => Assert.Contains(paths, path => Leads(path, shown)));
        var page = typeof(GatewayOptions).Assembly.GetManifestResourceNames().Where(file => file.Contains(".page.", StringComparison.Ordinal));
        Assert.All(page.Where(file => !file.EndsWith("index.html", StringComparison.Ordinal)), file =>
            Assert.Contains(paths, path => Leads(path, "/" + file[(file.IndexOf(".page.", StringComparison.Ordinal) + 6)..])));
    }

    [Fact]
    public void The_ingress_takes_bodies_as_large_as_the_gateway_does()
    {
        var options = new GatewayOptions
        {
            MaxContentLength = long.Parse(Production.Settings["MAX_CONTENT_LENGTH"], CultureInfo.InvariantCulture),
            MaxFilesPerUpload = int.Parse(Production.Settings["MAX_FILES_PER_UPLOAD"], CultureInfo.InvariantCulture),
        };
        var annotations = Production.Of<V1Ingress>().Single().Metadata.Annotations;
        string[] sizes = [.. annotations.Where(pair => pair.Key.EndsWith("body-size", StringComparison.Ordinal)).Select(pair => pair.Value)];
        Assert.Equal(2, sizes.Length);
        Assert.All(sizes, size => Assert.Equal(options.MaxRequestBytes.ToString(CultureInfo.InvariantCulture), size));

        // The ingress must not time out before the gateway does.
        string[] timeouts = [.. annotations.Where(pair => pair.Key.EndsWith("read-timeout", StringComparison.Ordinal)).Select(pair => pair.Value.TrimEnd('s'))];
        Assert.All(timeouts, timeout => Assert.Equal(options.Timeout.TotalSeconds, double.Parse(timeout, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_public_host_name_has_one_place()
    {
        var ingress = Production.Of<V1Ingress>().Single();
        var host = ingress.Spec.Rules.Single().Host;
        Assert.Equal([host], ingress.Spec.Tls.Single().Hosts);
        Assert.Equal("https://" + host, Production.Settings["CORS_ORIGINS"]);
        var files = Directory.EnumerateFiles(Path.Combine(Testing.RepositoryRoot.Path, "deploy", "k8s"), "*.yaml", SearchOption.AllDirectories);
        Assert.Single(files, file => File.ReadAllText(file).Contains(host, StringComparison.Ordinal));
    }

    [Fact]
    public void A_system_without_Redis_needs_no_secret_for_it()
    {
        var redis = Production.Pods.SelectMany(pod => pod.Pod.Spec.Containers.Single().Env).Where(variable => variable.Name == "REDIS_URL").ToArray();
        Assert.NotEmpty(redis);
        Assert.All(redis, variable => Assert.True(variable.ValueFrom.SecretKeyRef.Optional));
    }

    [Fact]
    public void Secrets_are_named_and_never_made()
    {
        Assert.Empty(Production.OfKind("Secret"));
        string[] secret = ["URL", "KEY", "SECRET", "PASSWORD", "TOKEN"];
        Assert.All(Production.Settings, pair => Assert.False(
            secret.Any(word => pair.Key.EndsWith(word, StringComparison.Ordinal)) && !pair.Value.StartsWith("http://", StringComparison.Ordinal), pair.Key));
        Assert.DoesNotContain("password", Production.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Config_maps_and_volumes_that_pods_name_are_there()
    {
        var maps = Production.Of<V1ConfigMap>().Select(map => map.Metadata.Name).ToHashSet();
        foreach (var (name, pod) in Production.Pods)
        {
            Assert.All(pod.Spec.Volumes.Where(volume => volume.ConfigMap is not null), volume => Assert.Contains(volume.ConfigMap.Name, maps));
            var container = pod.Spec.Containers.Single();
            Assert.All(container.EnvFrom ?? [], source => Assert.Contains(source.ConfigMapRef.Name, maps));
            Assert.All(container.VolumeMounts, mount => Assert.Contains(pod.Spec.Volumes, volume => volume.Name == mount.Name));
            Assert.True(container.VolumeMounts.Count == pod.Spec.Volumes.Count, name);
        }
    }

    [Fact]
    public void The_rules_of_the_config_map_are_those_of_the_repository()
    {
        var rules = Production.ConfigMap("ocr-rules").Data;
        string[] files = ["extraction_rules.json", "banks.json", "decision.json"];
        Assert.Equal(files.Order(StringComparer.Ordinal), rules.Keys.Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(File.ReadAllText(Path.Combine(Testing.RepositoryRoot.Path, "rules", file)).TrimEnd(), rules[file].TrimEnd()));
    }

    [Fact]
    public void Workers_are_scaled_by_the_queues_that_they_consume_including_unacknowledged_messages()
    {
        var queues = ServiceUnderTest.All.Single(service => service.Name == "ocrworker").Queues();
        var triggers = Manifest.Root(Production.OfKind("ScaledObject").Single().Yaml).ToJson()!["spec"]!["triggers"]!.AsArray();

        Assert.Equal(queues, triggers.Select(trigger => trigger!["metadata"]!["queueName"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(triggers, trigger =>
        {
            Assert.Equal("http", trigger!["metadata"]!["protocol"]!.GetValue<string>());
            Assert.Equal("false", trigger["metadata"]!["excludeUnacknowledged"]!.GetValue<string>());
            Assert.Equal(Production.OfKind("TriggerAuthentication").Single().Name, trigger["authenticationRef"]!["name"]!.GetValue<string>());
        });
    }

    [Fact]
    public void The_migration_runs_the_images_of_the_release()
    {
        var jobs = Overlay.Get("production/migration").Of<V1Job>().ToArray();
        Assert.Equal(["migrate-gateway", "migrate-ingest", "migrate-results"], jobs.Select(job => job.Metadata.Name).Order(StringComparer.Ordinal));
        // Every service with a database has a job.
        var owners = Production.Pods.Where(pod => Variables.Own(pod.Pod).Contains("DATABASE_URL")).Select(pod => $"migrate-{pod.Name}");
        Assert.Equal(owners.Order(StringComparer.Ordinal), jobs.Select(job => job.Metadata.Name).Order(StringComparer.Ordinal));
        Assert.All(jobs, job =>
        {
            var container = job.Spec.Template.Spec.Containers.Single();
            Assert.Equal(["migrate"], container.Args);
            Assert.Contains(Production.Pods, pod => pod.Pod.Spec.Containers.Single().Image == container.Image);
        });
    }

    private static bool Leads(V1HTTPIngressPath path, string to) => path.PathType == "Exact"
        ? path.Path == to
        : to == path.Path || to.StartsWith(path.Path.TrimEnd('/') + "/", StringComparison.Ordinal);
}
