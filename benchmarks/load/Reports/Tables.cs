using static Ocr.Load.Reports.ReportPage;

namespace Ocr.Load.Reports;

/// <summary>Formats a measurement in Markdown.</summary>
internal static class Tables
{
    /// <summary>Formats one run completely.</summary>
    public static IEnumerable<string> Whole(Measurement run) =>
    [
        "", Conditions(run), "", TallyLine(run.Tally), .. Latency(run), .. Batches(run), .. Reads(run), .. Stages(run), .. Costs(run), .. Database(run.Database), .. run.Seconds >= 300 ? Memory(run) : [],
    ];

    /// <summary>Formats several runs, one line each, and the costs of the last one.</summary>
    public static IEnumerable<string> Compare(IReadOnlyList<Measurement> runs) =>
    [
        "", Conditions(runs[^1]), "", "| workers | receipts/s | workers' cores | everything's cores | lost | duplicates |", "|---:|---:|---:|---:|---:|---:|",
        .. runs.Select(run =>
            $"| {run.Workers} | {Number(run.Throughput, "0.0")} | {Number(Cores(run, "worker"), "0.00")} | {Number(Cores(run, ""), "0.00")} | {run.Tally.Lost} | {run.Tally.Duplicates} |"),
        "", $"× {Number(Targets.Ratio(runs), "0.00")} from one worker to two.",
    ];

    /// <summary>Formats starts of new systems, one line each.</summary>
    public static IEnumerable<string> Starts(IReadOnlyList<Measurement> runs) =>
    [
        "", $"{runs[0].Workers} workers. Load average before: {string.Join(", ", runs.Select(run => run.LoadBefore))}.", "",
        "| form | seconds until ready | processor until ready, s | processor of the 200 receipts, s | first response, s | p50 | p95 | max | slow | last slow receipt |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
        .. runs.Select(run => run.Start!).Select(start =>
            $"| {start.Form} | {Number(start.ReadySeconds)} | {Number(start.ReadyCpu)} | {Number(start.Cpu, "0.0")} | {Number(start.First, "0.000")} "
                + $"| {Number(start.Response.P50, "0.000")} | {Number(start.Response.P95, "0.000")} | {Number(start.Response.Max, "0.000")} | {start.Slow} | {start.LastSlow} |"),
        .. runs.Select(run => run.Start!).SelectMany(Restarts),
    ];

    // Starts that were measured before restarts were added have none.
    private static IEnumerable<string> Restarts(ColdStart start) => start.Restarts is not { Count: > 0 } restarts ? [] :
    [
        "", $"Restarts of one service each, {start.Form}:", "", "| restarted | receipts | first response, s | p50 | first ÷ p50 | max |", "|---|---:|---:|---:|---:|---:|",
        .. restarts.Select(restart =>
            $"| {restart.Service} | {restart.Response.Count} | {Number(restart.First, "0.000")} | {Number(restart.Response.P50, "0.000")} "
                + $"| {Number(restart.First / restart.Response.P50, "0.00")} | {Number(restart.Response.Max, "0.000")} |"),
    ];

    private static string Conditions(Measurement run) =>
        $"Measured over {Number(run.Seconds)} s after the warm-up, {run.Workers} worker{(run.Workers == 1 ? "" : "s")}"
        + (run.Quota > 0 ? $" of {Number(100 * run.Quota)} % of a core each" : "")
        + (run.Rate > 0 ? $", {Number(run.Rate, "0.0")} arrivals/s" : "")
        + $": **{Number(run.Throughput, "0.0")} receipts/s** stored. Load average before: {run.LoadBefore}. The driver was late by {Number(run.WorstDelay, "0.00")} s at most.";

    private static string TallyLine(Tally tally) =>
        $"Accepted {tally.Accepted}, rejected as expected {tally.Refused}; lost {tally.Lost}, duplicates {tally.Duplicates}, unfinished {tally.Unfinished}, errors {tally.Errors}, sent again {tally.SentAgain}."
        + string.Concat(tally.FirstErrors.Select(error => $" `{error}`"));

    private static IEnumerable<string> Latency(Measurement run) =>
    [
        "", "| seconds | receipts | p50 | p95 | p99 | max |", "|---|---:|---:|---:|---:|---:|",
        .. run.Latency.Select(kind => Line($"upload due → result stored, {kind.Key.ToLowerInvariant()}", kind.Value)),
        Line("batch opened → result stored", run.InBatch),
        .. run.CacheHit.Count > 0 ? [Line("words from the cache", run.CacheHit)] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Batches(Measurement run) => run.Batches is not { } batches ? [] :
    [
        Line("upload of 50", batches.Upload), Line("`process_batch` of 50", batches.Process), Line("both", batches.Both),
    ];

    private static IEnumerable<string> Reads(Measurement run) => run.Reads is not { } reads ? [] :
    [
        Line("`read`, request → individual JSON", reads.Response), Line("its inference", reads.Inference), Line("all but its inference", reads.Rest),
    ];

    private static string Line(string what, Percentiles values) =>
        $"| {what} | {values.Count} | {Number(values.P50, "0.000")} | {Number(values.P95, "0.000")} | {Number(values.P99, "0.000")} | {Number(values.Max, "0.000")} |";

    private static IEnumerable<string> Stages(Measurement run) =>
    [
        "", "| stage, seconds | waited p50 | p95 | worked p50 | p95 |", "|---|---:|---:|---:|---:|",
        .. run.Stages.Select(stage =>
            $"| {stage.Name} | {Number(stage.WaitP50, "0.000")} | {Number(stage.WaitP95, "0.000")} | {Number(stage.WorkP50, "0.000")} | {Number(stage.WorkP95, "0.000")} |"),
    ];

    private static IEnumerable<string> Costs(Measurement run) =>
    [
        "", "| process | cores used | processor, ms per receipt | maximum memory, MB | growth over the second half |", "|---|---:|---:|---:|---:|",
        .. run.Parts.Select(part =>
            $"| {part.Name} | {Number(part.Cores, "0.00")} | {Number(part.MsPerReceipt, "0.0")} | {Number(part.PeakMb)} | {Number(100 * part.Growth, "0.0")} % |"),
        $"| all but the driver | {Number(Cores(run, ""), "0.00")} | {Number(Others(run).Sum(part => part.MsPerReceipt), "0.0")} | {Number(Others(run).Sum(part => part.PeakMb))} | |",
    ];

    private static IEnumerable<string> Database(DatabaseCosts costs) =>
    [
        "",
        $"PostgreSQL needs per receipt {Number(costs.Transactions, "0.0")} transactions, {Number(costs.Syncs, "0.0")} disk syncs, "
            + $"{Number(costs.WalKb, "0.0")} kB of write-ahead log and {Number(costs.StoredKb, "0.0")} kB of tables.",
    ];

    private static IEnumerable<string> Memory(Measurement run)
    {
        string[] names = [.. run.Parts.Select(part => part.Name)];
        return
        [
            "", $"| MB after s | {string.Join(" | ", names)} |", $"|---:|{string.Concat(names.Select(_ => "---:|"))}",
            .. run.Memory.Select(sample => $"| {Number(sample.At)} | {string.Join(" | ", names.Select(name => Number(sample.Parts[name])))} |"),
        ];
    }

    private static IEnumerable<Part> Others(Measurement run) => run.Parts.Where(part => part.Name != Deployment.CostWatch.Driver);

    private static double Cores(Measurement run, string prefix) =>
        Others(run).Where(part => part.Name.StartsWith(prefix, StringComparison.Ordinal)).Sum(part => part.Cores);
}
