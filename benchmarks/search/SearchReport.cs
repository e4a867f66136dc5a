using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Ocr.Results.Receipts;

namespace Ocr.SearchBenchmark;

/// <summary>Makes the searches and the page of their times.</summary>
internal sealed class SearchReport(HttpClient client, int receipts, int searches)
{
    private const int WarmUp = 5;
    private readonly List<double> _all = [];

    /// <summary>The time that 95 % of all searches do not exceed, ms.</summary>
    public double Percentile95 => Percentile(_all, 0.95);

    /// <summary>Measures every kind of search.</summary>
    public async Task<string> WriteAsync(TimeSpan loaded)
    {
        var page = new StringBuilder();
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[1];
        page.AppendLine(CultureInfo.InvariantCulture, $"# Search among {receipts:N0} receipts").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"`GET /api/receipts` on PostgreSQL, {searches} searches of each kind for values of random receipts, first page of 50 and the page after it, one after the other,");
        page.AppendLine(CultureInfo.InvariantCulture, $"over HTTP within one process. All receipts are generated. Made by `benchmarks/run.sh search` on {Environment.ProcessorCount} cores ({processor}),");
        page.AppendLine(CultureInfo.InvariantCulture, $"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}; filling the table took {loaded.TotalSeconds:0} s. Goal: p95 of at most 100 ms.").AppendLine();
        page.AppendLine("| search | p50, ms | p95, ms | max, ms | receipts per answer |").AppendLine("|---|---:|---:|---:|---:|");
        foreach (var (name, query) in Questions.All)
        {
            var (times, found) = await MeasureAsync(query);
            _all.AddRange(times);
            page.AppendLine(Line(name, times, found.ToString("0.0", CultureInfo.InvariantCulture)));
        }

        return page.AppendLine(Line("**all**", _all, "")).ToString();
    }

    private async Task<(List<double> Times, double Found)> MeasureAsync(Func<ReceiptIndexRow, Random, string> query)
    {
        var random = new Random(7);
        List<double> times = [];
        var found = 0;
        for (var search = -WarmUp; search < searches; search++)
        {
            var address = $"/api/receipts?{query(new ReceiptMaker(receipts).Make(random.Next(receipts)), random)}";
            var (first, cursor) = await SearchAsync(address, times, search >= 0);
            found += first;
            if (cursor is not null)
            {
                found += (await SearchAsync($"{address}{(address.EndsWith('?') ? "" : "&")}cursor={cursor}", times, search >= 0)).Found;
            }
        }

        return (times, (double)found / times.Count);
    }

    private async Task<(int Found, string? Cursor)> SearchAsync(string address, List<double> times, bool counts)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = JsonNode.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative)))!;
        if (counts)
        {
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return (counts ? answer["receipts"]!.AsArray().Count : 0, answer["next_cursor"]?.GetValue<string>());
    }

    private static string Line(string name, List<double> times, string found) =>
        string.Create(CultureInfo.InvariantCulture, $"| {name} | {Percentile(times, 0.5):0.0} | {Percentile(times, 0.95):0.0} | {times.Max():0.0} | {found} |");

    private static double Percentile(List<double> values, double share) => values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(share * values.Count) - 1));
}
