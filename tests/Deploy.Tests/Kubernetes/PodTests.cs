using k8s.Models;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ocr.Deploy.Tests.Kubernetes;

public sealed class PodTests
{
    public static TheoryData<string> Overlays => [.. Overlay.Names];

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Pods_have_few_rights_probes_and_bounds(string overlay)
    {
        Assert.NotEmpty(Overlay.Get(overlay).Pods);
        Assert.Empty(PodRules.Errors(Overlay.Get(overlay)));
    }

    [Theory]
    [InlineData("runAsNonRoot: true", "runAsNonRoot: false")]
    [InlineData("type: RuntimeDefault", "type: Unconfined")]
    [InlineData("automountServiceAccountToken: false", "automountServiceAccountToken: true")]
    [InlineData("enableServiceLinks: false", "enableServiceLinks: true")]
    [InlineData("allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true")]
    [InlineData("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false")]
    [InlineData("            - ALL", "            - NET_RAW")]
    [InlineData("mountPath: /tmp", "mountPath: /scratch")]
    [InlineData("path: /health/ready", "path: /health/live")]
    [InlineData("path: /health/live", "path: /")]
    [InlineData("ocr-gateway:1.0.0", "ocr-gateway:latest")]
    [InlineData("memory: 1536Mi", "hugepages-2Mi: 1Gi")]
    [InlineData("ephemeral-storage: 1Gi", "hugepages-2Mi: 1Gi")]
    [InlineData("  revisionHistoryLimit: 3", "  replicas: 2")]
    public void A_pod_that_lacks_one_of_them_is_found(string right, string wrong) =>
        Assert.NotEmpty(PodRules.Errors(Overlay.Get("production").With(right, wrong)));

    [Fact]
    public void A_pod_is_left_the_time_to_finish_the_receipt_in_hand()
    {
        foreach (var (overlay, service) in Services())
        {
            var pod = PodOf(overlay, service);
            using var app = service.Build(Variables.All(overlay, pod));
            var bus = app.Services.GetRequiredService<IOptions<MassTransitHostOptions>>().Value;
            var host = ShutdownOf(app);
            Assert.True(bus.ConsumerStopTimeout < bus.StopTimeout && bus.StopTimeout < host, service.Name);
            var sleep = TimeSpan.FromSeconds(pod.Spec.Containers.Single().Lifecycle.PreStop.Sleep.Seconds);
            Assert.True(TimeSpan.FromSeconds(pod.Spec.TerminationGracePeriodSeconds!.Value) > sleep + host, service.Name);
        }
    }

    [Fact]
    public void A_stopped_gateway_waits_longer_than_the_default_timeout_of_process_batch()
    {
        var waits = TimeSpan.FromSeconds(new Ingest.Batches.BatchOptions().TimeoutSeconds);
        foreach (var (overlay, service) in Services().Where(item => item.Service.Name == "gateway"))
        {
            using var app = service.Build(Variables.All(overlay, PodOf(overlay, service)));
            Assert.True(ShutdownOf(app) > waits);
        }
    }

    [Fact]
    public void Each_service_may_lose_one_pod_at_a_time_and_scales_by_exactly_one_scaler()
    {
        var overlay = Overlay.Get("production");
        var scaled = overlay.Of<V2HorizontalPodAutoscaler>().Select(item => item.Spec.ScaleTargetRef.Name)
            .Concat(overlay.OfKind("ScaledObject").Select(item => Manifest.Root(item.Yaml).ToJson()!["spec"]!["scaleTargetRef"]!["name"]!.GetValue<string>()));
        string[] services = [.. ServiceUnderTest.All.Select(service => service.Name)];

        Assert.Equal(services.Order(StringComparer.Ordinal), scaled.Order(StringComparer.Ordinal));
        Assert.Equal(
            services.Order(StringComparer.Ordinal),
            overlay.Of<V1PodDisruptionBudget>().Where(budget => budget.Spec.MaxUnavailable.Value == "1")
                .Select(budget => budget.Spec.Selector.MatchLabels["app.kubernetes.io/name"]).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(Overlay Overlay, ServiceUnderTest Service)> Services() =>
        from overlay in (string[])["dev", "production"]
        from service in ServiceUnderTest.All
        select (Overlay.Get(overlay), service);

    private static V1PodTemplateSpec PodOf(Overlay overlay, ServiceUnderTest service) =>
        overlay.Of<V1Deployment>().Single(item => item.Metadata.Name == service.Name).Spec.Template;

    private static TimeSpan ShutdownOf(WebApplication app) => app.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;
}
