using Ocr.Load.Reports;

namespace Ocr.Load.Capacity;

/// <summary>What a rate takes of one part of the system.</summary>
/// <param name="Name">Service or server.</param>
/// <param name="MsPerReceipt">Processor time a receipt, milliseconds, as it was measured.</param>
/// <param name="Cores">Cores that the rate keeps busy.</param>
/// <param name="Pods">Replicas of the size that <c>deploy/k8s</c> gives them, none busier than planned; 0 for a server.</param>
internal sealed record Need(string Name, double MsPerReceipt, double Cores, int Pods);

/// <summary>Reckons from measured costs what a rate takes.</summary>
internal static class Plan
{
    /// <summary>Share of its cores that a part may use: beyond it waiting times grow faster than throughput, and a pod that is replaced is missing.</summary>
    public const double Busy = 0.65;

    // Cores of a pod, as deploy/k8s/base limits them.
    private static readonly (string Name, double PodCores)[] Parts =
    [
        ("worker", 2), ("gateway", 1), ("ingest", 1), ("extractor", 1), ("results", 1), ("postgres", 0), ("rabbitmq", 0), ("redis", 0), ("s3", 0),
    ];

    /// <summary>Everything that a rate takes.</summary>
    /// <param name="measured">Fresh receipts at saturation.</param>
    /// <param name="rate">Fresh receipts a second.</param>
    public static IReadOnlyList<Need> For(Measurement measured, double rate) =>
        [.. Parts.Select(part => Of(part.Name, part.PodCores, measured, rate))];

    private static Need Of(string name, double podCores, Measurement measured, double rate)
    {
        var milliseconds = measured.Parts.Where(part => part.Name.StartsWith(name, StringComparison.Ordinal)).Sum(part => part.MsPerReceipt);
        var cores = rate * milliseconds / 1000;
        return new Need(name, milliseconds, cores, podCores > 0 ? (int)Math.Ceiling(cores / (Busy * podCores)) : 0);
    }
}
