using k8s.Models;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>Rules for every pod. Each returns a message per violation.</summary>
internal static class PodRules
{
    public static IEnumerable<string> Errors(Overlay overlay) =>
        overlay.Pods.SelectMany(pod => PodErrors(pod.Name, pod.Pod.Spec).Concat(pod.Pod.Spec.Containers.SelectMany(container => ContainerErrors(pod.Name, container))))
            .Concat(overlay.Of<V1Deployment>().SelectMany(ServiceErrors));

    private static IEnumerable<string> PodErrors(string name, V1PodSpec pod)
    {
        if (pod.SecurityContext is not { RunAsNonRoot: true, RunAsUser: > 0, SeccompProfile.Type: "RuntimeDefault" })
        {
            yield return $"{name} may run as root or without seccomp";
        }

        if (pod.AutomountServiceAccountToken != false)
        {
            yield return $"{name} gets a token of the API server";
        }

        // Otherwise Kubernetes sets variables for services, for example RESULTS_PORT.
        if (pod.EnableServiceLinks != false)
        {
            yield return $"{name} gets variables of services";
        }
    }

    private static IEnumerable<string> ContainerErrors(string name, V1Container container)
    {
        var security = container.SecurityContext;
        if (security is not { AllowPrivilegeEscalation: false, ReadOnlyRootFilesystem: true, Privileged: false }
            || security.Capabilities is not { Drop: ["ALL"], Add: null })
        {
            yield return $"{name} has rights that it does not need";
        }

        string[] resources = ["cpu", "memory", "ephemeral-storage"];
        if (!resources.All(resource => container.Resources?.Requests?.ContainsKey(resource) == true && container.Resources.Limits?.ContainsKey(resource) == true))
        {
            yield return $"{name} lacks a request or a limit";
        }

        if (!container.VolumeMounts.Any(mount => mount.MountPath == "/tmp"))
        {
            yield return $"{name} has no folder to write";
        }

        if (!container.Image.Contains(':', StringComparison.Ordinal) || container.Image.EndsWith(":latest", StringComparison.Ordinal))
        {
            yield return $"{name} has no fixed image";
        }
    }

    private static IEnumerable<string> ServiceErrors(V1Deployment deployment)
    {
        var name = deployment.Metadata.Name;
        var container = deployment.Spec.Template.Spec.Containers.Single();
        if (container.LivenessProbe?.HttpGet is not { Path: "/health/live", Port.Value: "http" }
            || container.StartupProbe?.HttpGet is not { Path: "/health/live", Port.Value: "http" }
            || container.ReadinessProbe?.HttpGet is not { Path: "/health/ready", Port.Value: "management" })
        {
            yield return $"{name} is not probed";
        }

        if (deployment.Spec.Replicas is not null)
        {
            yield return $"{name} sets replicas, which its autoscaler owns";
        }
    }
}
