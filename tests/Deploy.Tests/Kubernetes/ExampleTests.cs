using System.Globalization;
using System.Text.Json.Nodes;
using k8s.Models;
using Ocr.Persistence;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>The example of servers meets the requirements of the production overlay.</summary>
public sealed class ExampleTests
{
    private static readonly Overlay Production = Overlay.Get("production");

    private static readonly JsonNode[] Example =
        [.. Manifest.Read(Overlay.Kustomize("examples/servers")).Select(item => Manifest.Root(item.Yaml).ToJson()!)];

    [Fact]
    public void Its_pods_carry_the_names_that_the_network_policies_go_by_and_listen_on_their_ports()
    {
        Assert.Equal("postgresql", Of("Cluster")["spec"]!["inheritedMetadata"]!["labels"]!["app.kubernetes.io/name"]!.GetValue<string>());
        Assert.Equal("rabbitmq", Of("RabbitmqCluster")["metadata"]!["name"]!.GetValue<string>());
        var gateway = Of("CephObjectStore")["spec"]!["gateway"]!;
        Assert.Equal("s3", gateway["labels"]!["app.kubernetes.io/name"]!.GetValue<string>());
        var way = Production.Of<V1NetworkPolicy>().Single(policy => policy.Metadata.Name == "to-s3").Spec.Egress.Single();
        Assert.Equal(way.Ports.Single().Port.Value, gateway["port"]!.GetValue<long>().ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Its_database_takes_the_connections_of_all_pods_while_they_are_rolled_out()
    {
        var replicas = Production.Of<V2HorizontalPodAutoscaler>()
            .Where(scaler => Variables.Own(Production.Pods.Single(pod => pod.Name == scaler.Spec.ScaleTargetRef.Name).Pod).Contains("DATABASE_URL"))
            .Sum(scaler => scaler.Spec.MaxReplicas + 1);
        var connections = int.Parse(Of("Cluster")["spec"]!["postgresql"]!["parameters"]!["max_connections"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        Assert.True(connections >= replicas * DatabaseUrl.PoolSize);
    }

    [Fact]
    public void Its_bucket_is_the_one_of_the_settings() =>
        Assert.Equal(Production.Settings["S3_BUCKET"], Of("ObjectBucketClaim")["spec"]!["bucketName"]!.GetValue<string>());

    private static JsonNode Of(string kind) => Example.Single(item => item["kind"]!.GetValue<string>() == kind);
}
