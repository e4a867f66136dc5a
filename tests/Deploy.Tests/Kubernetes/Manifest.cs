using k8s;
using k8s.Models;
using YamlDotNet.RepresentationModel;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>One rendered object: its kind and name, and its text.</summary>
internal sealed record Manifest(string ApiVersion, string Kind, string Name, string Yaml)
{
    private static readonly Dictionary<string, Type> Types = new(StringComparer.Ordinal)
    {
        ["apps/v1 Deployment"] = typeof(V1Deployment),
        ["apps/v1 StatefulSet"] = typeof(V1StatefulSet),
        ["v1 Secret"] = typeof(V1Secret),
        ["v1 Service"] = typeof(V1Service),
        ["v1 ConfigMap"] = typeof(V1ConfigMap),
        ["v1 Namespace"] = typeof(V1Namespace),
        ["batch/v1 Job"] = typeof(V1Job),
        ["autoscaling/v2 HorizontalPodAutoscaler"] = typeof(V2HorizontalPodAutoscaler),
        ["policy/v1 PodDisruptionBudget"] = typeof(V1PodDisruptionBudget),
        ["networking.k8s.io/v1 Ingress"] = typeof(V1Ingress),
        ["networking.k8s.io/v1 NetworkPolicy"] = typeof(V1NetworkPolicy),
    };

    /// <summary>Whether the kind is built into Kubernetes; other kinds are KEDA's, which have a schema.</summary>
    public bool IsBuiltIn => Types.ContainsKey($"{ApiVersion} {Kind}");

    /// <summary>Splits the output of <c>kubectl kustomize</c>.</summary>
    public static IReadOnlyList<Manifest> Read(string rendered) =>
        [.. rendered.Split("\n---\n", StringSplitOptions.RemoveEmptyEntries).Select(Of)];

    /// <summary>The object, read strictly: an unknown or duplicate key is an error.</summary>
    public object Parse() => typeof(KubernetesYaml).GetMethods()
        .Single(method => method is { Name: nameof(KubernetesYaml.Deserialize) } && method.GetParameters() is [{ ParameterType: var type }, _] && type == typeof(string))
        .MakeGenericMethod(Types[$"{ApiVersion} {Kind}"])
        .Invoke(null, [Yaml, true])!;

    private static Manifest Of(string yaml)
    {
        var root = Root(yaml);
        return new Manifest(
            Text(root, "apiVersion"), Text(root, "kind"), Text((YamlMappingNode)root["metadata"], "name"), yaml);
    }

    /// <summary>The document as nodes, for kinds without a type.</summary>
    public static YamlMappingNode Root(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node[key]).Value!;
}
