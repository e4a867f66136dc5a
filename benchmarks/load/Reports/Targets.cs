using static Ocr.Load.Reports.ReportPage;

namespace Ocr.Load.Reports;

/// <summary>The targets, and whether they were reached.</summary>
internal static class Targets
{
    // The prototype's results: receipts per second, and seconds of a cache hit.
    private const double PrototypeRate = 2.4;
    private const double PrototypeHit = 0.02;

    // Seconds that a read may take besides its inference.
    private const double MaxReadRest = 0.3;

    // The memory of a garbage-collected process fluctuates; the target is the absence of a trend.
    private const double FlatGrowth = 0.05;

    // Redis fills its cache and PostgreSQL its buffers, both up to a limit; the driver is not part of the system.
    private static readonly string[] Filling = ["redis", "postgres", Deployment.CostWatch.Driver];

    public static IEnumerable<string> Table(Results results) =>
    [
        "| | measured | target | | prototype |", "|---|---:|---:|---|---:|",
        .. Of(results, "fresh", run => Row("fresh receipts per second, end to end", Number(run.Throughput, "0.0"), "≥ 10", run.Throughput >= 10, $"2.4 (× {Number(run.Throughput / PrototypeRate, "0.0")})")),
        .. Of(results, "cached", run => Row("known images a second, end to end", Number(run.Throughput, "0.0"), "≥ 60", run.Throughput >= 60, "")),
        .. Of(results, "cached", run => Hit(run.Stages.Single(stage => stage.Name == "recognize").WorkP50)),
        .. Of(results, "batches", run => Row("batch of 50, p95", $"{Number(run.Batches!.Process.P95, "0.0")} s", "≤ 8 s", run.Batches.Process.P95 <= 8, "")),
        .. Of(results, "read", run => Read(run.Reads!)),
        .. Scale(results, "scale", "1 → 2 workers, everything on the same cores"),
        .. Scale(results, "scaleOfQuota", "1 → 2 workers, while cores last"),
        .. Of(results, "soak", run => Row($"soak of {Number(run.Seconds / 60)} minutes: lost, duplicates", $"{run.Tally.Lost}, {run.Tally.Duplicates}", "0, 0", run.Tally is { Lost: 0, Duplicates: 0, Unfinished: 0 }, "")),
        .. Of(results, "soak", Memory),
    ];

    /// <summary>Returns the ratio of the mean throughput with two workers to that with one.</summary>
    public static double Ratio(IReadOnlyCollection<Measurement> runs) =>
        runs.Where(run => run.Workers == 2).Average(run => run.Throughput) / runs.Where(run => run.Workers == 1).Average(run => run.Throughput);

    private static string Read(ReadTimes times) => Row(
        "a read on an idle system, p95 (inference, p95)",
        $"{Number(1000 * times.Response.P95)} ms ({Number(1000 * times.Inference.P95)} ms)",
        "≤ inference + 300 ms",
        times.Response.P95 <= times.Inference.P95 + MaxReadRest,
        "");

    private static string Hit(double seconds) =>
        Row("a known image at the worker, median", $"{Number(1000 * seconds, "0.0")} ms", "", null, $"20 ms (÷ {Number(PrototypeHit / seconds, "0.0")})");

    private static string Memory(Measurement run)
    {
        var worst = run.Parts.Where(part => !Filling.Contains(part.Name)).MaxBy(part => part.Growth)!;
        return Row("soak: most growth of memory over the second half, of what keeps no cache", $"{Number(100 * worst.Growth, "0.0")} % ({worst.Name})", "< 5 %", worst.Growth < FlatGrowth, "");
    }

    private static IEnumerable<string> Scale(Results results, string scenario, string what) => results.Runs.TryGetValue(scenario, out var runs)
        ? [Row(what, $"× {Number(Ratio(runs), "0.00")}", "≥ × 1.6", Ratio(runs) >= 1.6, "")]
        : [];

    private static IEnumerable<string> Of(Results results, string scenario, Func<Measurement, string> row) =>
        results.Runs.TryGetValue(scenario, out var runs) ? [row(runs[^1])] : [];

    private static string Row(string what, string measured, string target, bool? met, string prototype) =>
        $"| {what} | {measured} | {target} | {met switch { true => "met", false => "**missed**", _ => "" }} | {prototype} |";
}
