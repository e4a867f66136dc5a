using Ocr.Load.Reports;

namespace Ocr.Load.Capacity;

/// <summary>Capacity of one part of the system that a rate requires.</summary>
/// <param name="Name">Service or server.</param>
/// <param name="MsPerReceipt">Measured processor time per receipt, milliseconds.</param>
/// <param name="Cores">Busy cores at the rate.</param>
/// <param name="Pods">Replicas of the size in <c>deploy/k8s</c>, each at most at the planned utilization; 0 for a server.</param>
internal sealed record Requirement(string Name, double MsPerReceipt, double Cores, int Pods);

/// <summary>Computes the required capacity from measured costs.</summary>
internal static class Plan
{
    /// <summary>Planned utilization of the cores of a component. Above it, waiting times grow faster than throughput, and no reserve is left for a pod that is being replaced.</summary>
    public const double Busy = 0.65;

    // Cores of a pod, as limited in deploy/k8s/base.
    private static readonly (string Name, double PodCores)[] Parts =
    [
        ("worker", 2), ("gateway", 1), ("ingest", 1), ("extractor", 1), ("results", 1), ("postgres", 0), ("rabbitmq", 0), ("redis", 0), ("s3", 0),
    ];

    /// <summary>Returns the requirements of all parts.</summary>
    /// <param name="measured">Fresh receipts at saturation.</param>
    /// <param name="rate">Fresh receipts per second.</param>
    public static IReadOnlyList<Requirement> For(Measurement measured, double rate) =>
        [.. Parts.Select(part => Of(part.Name, part.PodCores, measured, rate))];

    private static Requirement Of(string name, double podCores, Measurement measured, double rate)
    {
        var milliseconds = measured.Parts.Where(part => part.Name.StartsWith(name, StringComparison.Ordinal)).Sum(part => part.MsPerReceipt);
        var cores = rate * milliseconds / 1000;
        return new Requirement(name, milliseconds, cores, podCores > 0 ? (int)Math.Ceiling(cores / (Busy * podCores)) : 0);
    }
}
