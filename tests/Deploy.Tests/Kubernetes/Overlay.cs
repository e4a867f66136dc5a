using System.Collections.Concurrent;
using k8s.Models;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>The rendered objects of an overlay of <c>deploy/k8s</c>.</summary>
internal sealed class Overlay
{
    private static readonly ConcurrentDictionary<string, Overlay> Rendered = new(StringComparer.Ordinal);

    /// <summary>Reads rendered text, or a copy that a test has changed.</summary>
    public Overlay(string text)
    {
        Text = text;
        All = Manifest.Read(text);
        Objects = [.. All.Where(manifest => manifest.IsBuiltIn).Select(manifest => manifest.Parse())];
    }

    /// <summary>Folders that are applied, below <c>deploy/k8s/overlays</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["dev", "production", "production/migration"];

    public string Text { get; }

    public IReadOnlyList<Manifest> All { get; }

    /// <summary>The built-in kinds, typed.</summary>
    public IReadOnlyList<object> Objects { get; }

    /// <summary>Pods by the name of the object that creates them.</summary>
    public IReadOnlyList<(string Name, V1PodTemplateSpec Pod)> Pods =>
    [
        .. Of<V1Deployment>().Select(item => (item.Metadata.Name, item.Spec.Template)),
        .. Of<V1Job>().Select(item => (item.Metadata.Name, item.Spec.Template)),
    ];

    public static Overlay Get(string name) => Rendered.GetOrAdd(name, static folder => new Overlay(Kustomize($"overlays/{folder}")));

    /// <summary>Text of a folder below <c>deploy/k8s</c>.</summary>
    public static string Kustomize(string folder) => Tool.Run("kubectl", "kustomize", $"deploy/k8s/{folder}");

    /// <summary>The same with one change, to check that a rule detects it.</summary>
    public Overlay With(string text, string instead)
    {
        Assert.Contains(text, Text, StringComparison.Ordinal);
        return new Overlay(Text.Replace(text, instead, StringComparison.Ordinal));
    }

    public IEnumerable<T> Of<T>() => Objects.OfType<T>();

    public IEnumerable<Manifest> OfKind(string kind) => All.Where(manifest => manifest.Kind == kind);

    /// <summary>The shared settings, whose name ends in a hash.</summary>
    public IDictionary<string, string> Settings => ConfigMap("ocr-settings").Data;

    public V1ConfigMap ConfigMap(string name) => Of<V1ConfigMap>().Single(map => map.Metadata.Name.StartsWith(name + "-", StringComparison.Ordinal));
}
