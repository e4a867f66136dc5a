using System.Reflection;
using NJsonSchema;
using YamlDotNet.Core;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>The types of the Kubernetes client accept every object.</summary>
public sealed class ManifestTests
{
    public static TheoryData<string> Overlays => [.. Overlay.Names];

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task An_overlay_renders_to_objects_without_unknown_keys(string name)
    {
        var overlay = Overlay.Get(name);
        Assert.NotEmpty(overlay.All);
        foreach (var manifest in overlay.All.Where(manifest => !manifest.IsBuiltIn))
        {
            Assert.Empty(await KedaErrorsAsync(manifest.Yaml));
        }
    }

    [Theory]
    [InlineData("readOnlyRootFilesystem: true", "readOnlyRootFileSystem: true")]
    [InlineData("terminationGracePeriodSeconds: 60", "terminationGracePeriod: 60")]
    [InlineData("maxUnavailable: 1\n  selector", "maxUnavailble: 1\n  selector")]
    public void A_misspelt_key_is_found(string right, string wrong)
    {
        var exception = Assert.Throws<TargetInvocationException>(() => Overlay.Get("production").With(right, wrong));
        Assert.IsAssignableFrom<YamlException>(exception.InnerException);
    }

    [Theory]
    [InlineData("excludeUnacknowledged:", "excludeUnacked:")]
    [InlineData("minReplicaCount: 3", "minReplicas: 3")]
    [InlineData("minReplicaCount: 3", "minReplicaCount: \"3\"")]
    [InlineData("value: \"10\"", "value: 10")]
    [InlineData("apiVersion: keda.sh/v1alpha1", "apiVersion: keda.sh/v1")]
    public async Task A_misspelt_key_of_KEDA_is_found(string right, string wrong)
    {
        var manifest = Overlay.Get("production").OfKind("ScaledObject").Single();
        Assert.NotEmpty(await KedaErrorsAsync(manifest.Yaml.Replace(right, wrong, StringComparison.Ordinal)));
    }

    private static async Task<IEnumerable<string>> KedaErrorsAsync(string yaml)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Kubernetes", "keda.schema.json"));
        return schema.Validate(Manifest.Root(yaml).ToJson()!.ToJsonString()).Select(error => error.ToString());
    }
}
