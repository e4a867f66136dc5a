using System.Globalization;
using System.Text.RegularExpressions;
using k8s.Models;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>Autoscalers scale at the CPU utilization that the capacity page uses.</summary>
public sealed partial class ScalingTests
{
    [Fact]
    public void Targets_are_the_share_of_a_pods_limit_that_the_capacity_page_reckons_with()
    {
        var page = File.ReadAllText(Path.Combine(Testing.RepositoryRoot.Path, "docs", "capacity.md"));
        var share = decimal.Parse(Share().Match(page).Groups[1].Value, CultureInfo.InvariantCulture);
        var overlay = Overlay.Get("production");
        var scalers = overlay.Of<V2HorizontalPodAutoscaler>().ToArray();

        Assert.NotEmpty(scalers);
        Assert.All(scalers, scaler =>
        {
            var limit = overlay.Pods.Single(pod => pod.Name == scaler.Spec.ScaleTargetRef.Name).Pod.Spec.Containers.Single().Resources.Limits["cpu"].ToDecimal();

            // An absolute value, because a share of the request would change with the request.
            var target = Assert.Single(scaler.Spec.Metrics).Resource.Target;
            Assert.Equal(("AverageValue", share * limit), (target.Type, target.AverageValue.ToDecimal()));
        });
    }

    [GeneratedRegex(@"\((0\.\d+) × cores of a pod\)")]
    private static partial Regex Share();
}
