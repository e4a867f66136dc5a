using System.Globalization;

namespace Ocr.Load.Reports;

/// <summary>Writes the cost of a receipt in two releases, measured alternately on one machine.</summary>
internal static class ComparePage
{
    private static readonly (string Scenario, string Title)[] Sections = [("cached", "Known images"), ("fresh", "Fresh receipts")];

    /// <summary>The page.</summary>
    /// <param name="before">Runs of the older release, one file each.</param>
    /// <param name="after">Runs of the newer one.</param>
    /// <param name="release">Name of the older release.</param>
    public static string Write(IReadOnlyList<Results> before, IReadOnlyList<Results> after, string release)
    {
        List<string> lines =
        [
            "# What a receipt costs, before and after",
            "",
            $"{after[0].Machine}, {ReportPage.Number(after[0].Cores)} cores that everything shares. Before: {release}. Alternating, {ReportPage.Number(after.Count)} runs each; the run with the median total is shown. "
                + "Made by `benchmarks/run.sh cost COMMIT`. Processor time is compared, because it depends little on other work of the machine; rates depend on it.",
        ];
        foreach (var (scenario, title) in Sections)
        {
            if (Middle(before, scenario) is { } old && Middle(after, scenario) is { } now)
            {
                lines.AddRange(["", $"## {title}", "", .. Table(old, now)]);
            }
        }

        return string.Join('\n', lines) + '\n';
    }

    /// <summary>Processor time per receipt without the driver and the workers, milliseconds.</summary>
    public static double BesidesReading(Measurement run) =>
        run.Parts.Where(part => part.Name != Deployment.CostWatch.Driver && !IsWorker(part.Name)).Sum(part => part.MsPerReceipt);

    private static Measurement? Middle(IEnumerable<Results> results, string scenario)
    {
        Measurement[] runs = [.. results.Where(result => result.Runs.ContainsKey(scenario)).Select(result => result.Runs[scenario][^1]).OrderBy(BesidesReading)];
        return runs.Length == 0 ? null : runs[runs.Length / 2];
    }

    private static IEnumerable<string> Table(Measurement before, Measurement after)
    {
        yield return "| processor, ms per receipt | before | after | before ÷ after |";
        yield return "|---|---:|---:|---:|";
        foreach (var part in after.Parts.Where(part => part.Name != Deployment.CostWatch.Driver))
        {
            yield return Row(part.Name, before.Parts.FirstOrDefault(other => other.Name == part.Name)?.MsPerReceipt ?? 0, part.MsPerReceipt);
        }

        yield return Row("**all besides reading** (without workers)", BesidesReading(before), BesidesReading(after));
        yield return "| | | | |";
        yield return Row("transactions of PostgreSQL per receipt", before.Database.Transactions, after.Database.Transactions);
        yield return Row("write-ahead log per receipt, kB", before.Database.WalKb, after.Database.WalKb);
        yield return Row("receipts per second", before.Throughput, after.Throughput);
        yield return $"| lost, duplicates, unfinished, errors | {Errors(before)} | {Errors(after)} | |";
        yield return $"| load average at its start | {before.LoadBefore} | {after.LoadBefore} | |";
    }

    private static string Row(string name, double before, double after) =>
        string.Create(CultureInfo.InvariantCulture, $"| {name} | {before:0.0} | {after:0.0} | {(after > 0 ? before / after : 0):0.00} |");

    private static string Errors(Measurement run) =>
        string.Create(CultureInfo.InvariantCulture, $"{run.Tally.Lost}, {run.Tally.Duplicates}, {run.Tally.Unfinished}, {run.Tally.Errors}");

    private static bool IsWorker(string name) => name.StartsWith("worker", StringComparison.Ordinal);
}
