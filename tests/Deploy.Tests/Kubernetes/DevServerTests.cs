using System.Globalization;
using k8s.Models;
using YamlDotNet.RepresentationModel;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>The servers in the overlay for one machine, which makes a single <c>kubectl apply -k</c> sufficient.</summary>
public sealed class DevServerTests
{
    private const string Name = "app.kubernetes.io/name";
    private static readonly Overlay Dev = Overlay.Get("dev");
    private static readonly V1StatefulSet[] Servers = [.. Dev.Of<V1StatefulSet>().OrderBy(server => server.Metadata.Name, StringComparer.Ordinal)];

    [Fact]
    public void They_run_the_images_of_compose()
    {
        var compose = (YamlMappingNode)Manifest.Root(File.ReadAllText(Path.Combine(Testing.RepositoryRoot.Path, "docker-compose.yml")))["services"];
        string[] images = [.. ((string[])["postgres", "rabbitmq", "redis", "s3"]).Select(name => (string)compose[name]["image"]!)];

        Assert.Equal(
            images,
            Servers.Select(server => server.Spec.Template.Spec.Containers.Single().Image));
    }

    [Fact]
    public void They_pass_the_rules_of_a_restricted_namespace() => Assert.All(Servers, server =>
    {
        var pod = server.Spec.Template.Spec;
        var container = pod.Containers.Single();
        Assert.True(pod.SecurityContext is { RunAsNonRoot: true, RunAsUser: > 0, SeccompProfile.Type: "RuntimeDefault" });
        Assert.True(container.SecurityContext is { AllowPrivilegeEscalation: false, Capabilities: { Drop: ["ALL"], Add: null } });
        Assert.Contains(server.Spec.VolumeClaimTemplates, claim => claim.Metadata.Name == container.VolumeMounts.Single().Name);
    });

    [Fact]
    public void Addresses_of_the_secret_are_those_of_their_services()
    {
        var secret = Dev.Of<V1Secret>().Single().StringData;
        string[] urls = ["database-url", "rabbitmq-url", "rabbitmq-management-url", "redis-url"];
        Uri[] addresses = [.. urls.Select(key => new Uri(secret[key])), new(Dev.Settings["S3_ENDPOINT"])];

        Assert.All(addresses, address =>
        {
            var service = Dev.Of<V1Service>().Single(service => service.Metadata.Name == address.Host.Split('.')[0]);
            var port = Assert.Single(service.Spec.Ports, port => port.Port == address.Port);
            var container = Servers.Single(server => server.Metadata.Name == service.Metadata.Name).Spec.Template.Spec.Containers.Single();
            Assert.Equal(port.Port, container.Ports.Single(open => open.Name == port.TargetPort.Value).ContainerPort);
        });
        var asked = Dev.Pods.SelectMany(pod => pod.Pod.Spec.Containers.Single().Env ?? []).Select(variable => variable.ValueFrom?.SecretKeyRef?.Key);
        Assert.All(asked.OfType<string>(), key => Assert.True(secret.ContainsKey(key), key));
    }

    [Fact]
    public void The_bucket_is_the_one_that_the_server_makes() => Assert.Contains(
        "/data/" + Dev.Settings["S3_BUCKET"],
        Servers.Single(server => server.Metadata.Name == "s3").Spec.Template.Spec.InitContainers.Single().Command);

    [Fact]
    public void Each_lets_in_exactly_those_that_may_go_to_it() => Assert.All(Servers, server =>
    {
        var name = server.Metadata.Name;
        var policies = Dev.Of<V1NetworkPolicy>().ToArray();
        var way = policies.Single(policy => policy.Metadata.Name == "to-" + name);
        var door = policies.Single(policy => policy.Metadata.Name == "from-services-" + name);
        var entry = door.Spec.Ingress[0];

        Assert.Equal(name, door.Spec.PodSelector.MatchLabels[Name]);
        Assert.Equal(way.Spec.PodSelector.MatchExpressions.Single().Values, entry.FromProperty.Single().PodSelector.MatchExpressions.Single().Values);
        Assert.Equal(way.Spec.Egress.Single().Ports.Single().Port.Value, entry.Ports.Single().Port.Value);
        Assert.Contains(server.Spec.Template.Spec.Containers.Single().Ports, port => port.ContainerPort.ToString(CultureInfo.InvariantCulture) == entry.Ports.Single().Port.Value);
    });
}
