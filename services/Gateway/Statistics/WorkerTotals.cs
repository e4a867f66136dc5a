using Ocr.Contracts;

namespace Ocr.Gateway.Statistics;

/// <summary>Totals of all active workers since they started.</summary>
internal static class WorkerTotals
{
    /// <summary>Names and versions of the model packs that are loaded.</summary>
    public static IReadOnlyList<string> Models(IEnumerable<WorkerHeartbeat> workers) =>
        Different(workers.Select(worker => worker.Model));

    /// <summary>What runs the networks of the packs, each form once.</summary>
    public static IReadOnlyList<string> Engines(IEnumerable<WorkerHeartbeat> workers) =>
        Different(workers.Select(worker => worker.Engines).Where(engines => engines.Length > 0));

    /// <summary>Share of the receipts whose words were in the cache, 0–1.</summary>
    public static double CacheHitRatio(IReadOnlyCollection<WorkerHeartbeat> workers)
    {
        var read = workers.Sum(worker => worker.Succeeded);
        return read == 0 ? 0 : Math.Round((double)workers.Sum(worker => worker.CacheHits) / read, 4);
    }

    private static IReadOnlyList<string> Different(IEnumerable<string> values) => [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
