using YamlDotNet.RepresentationModel;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>Compose and Kubernetes run the same images under the same names.</summary>
public sealed class ComposeTests
{
    private static readonly YamlMappingNode Services =
        (YamlMappingNode)Manifest.Root(File.ReadAllText(Path.Combine(Testing.RepositoryRoot.Path, "docker-compose.yml")))["services"];

    [Fact]
    public void Every_service_runs_the_image_that_compose_builds_under_its_name()
    {
        var pods = Overlay.Get("dev").Pods.Where(pod => !pod.Name.StartsWith("migrate-", StringComparison.Ordinal)).ToArray();
        Assert.Equal(ServiceUnderTest.All.Count, pods.Length);
        Assert.All(pods, pod => Assert.Equal(Image(Services[pod.Name]), pod.Pod.Spec.Containers.Single().Image.Split(':')[0]));
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

    private static string Image(YamlNode service) => ((string)service["image"]!).Split(':')[0];
}
