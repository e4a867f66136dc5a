using System.Globalization;
using k8s.Models;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>The environment of a rendered pod.</summary>
internal static class Variables
{
    /// <summary>Read by the runtime, the web server, the C library or the telemetry SDK, not through our options.</summary>
    public static bool IsForeign(string name) =>
        name is "MALLOC_ARENA_MAX" or "ORT_DISABLE_TELEMETRY" or "ASPNETCORE_HTTP_PORTS"
        || (name.StartsWith("OTEL_", StringComparison.Ordinal) && name != "OTEL_EXPORTER_OTLP_ENDPOINT");

    /// <summary>Variables that the pod sets itself, beside those of the shared settings.</summary>
    public static IReadOnlyList<string> Own(V1PodTemplateSpec pod) => [.. pod.Spec.Containers.Single().Env.Select(variable => variable.Name)];

    /// <summary>All variables with their values; values of secrets are generated in the form of their key.</summary>
    public static IReadOnlyDictionary<string, string> All(Overlay overlay, V1PodTemplateSpec pod)
    {
        var container = pod.Spec.Containers.Single();
        var shared = container.EnvFrom is null ? new Dictionary<string, string>() : new Dictionary<string, string>(overlay.Settings);
        foreach (var variable in container.Env)
        {
            shared[variable.Name] = variable.Value ?? Referred(variable.ValueFrom, container);
        }

        return shared;
    }

    private static string Referred(V1EnvVarSource source, V1Container container) =>
        source.ResourceFieldRef is { Resource: "limits.cpu" }
            ? Math.Ceiling(container.Resources.Limits["cpu"].ToDecimal()).ToString(CultureInfo.InvariantCulture)
            : source.SecretKeyRef.Key switch
            {
                "database-url" => "postgresql://ocr:made-up@postgresql.ocr-servers:5432/ocr",
                "rabbitmq-url" => "amqp://ocr:made-up@rabbitmq.ocr-servers:5672/",
                "redis-url" => "redis://:made-up@redis.ocr-servers:6379/0",
                _ => "made-up-with-thirty-two-characters-or-more",
            };
}
