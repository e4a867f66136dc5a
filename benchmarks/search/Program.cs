using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Persistence;
using Ocr.Results;
using Ocr.Results.Data;
using Ocr.SearchBenchmark;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;
using Ocr.Testing.Servers;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

// Fills PostgreSQL with generated receipts, searches them over HTTP in this process, and writes the page: search-benchmark PAGE [RECEIPTS] [SEARCHES].
var page = args.Length > 0 ? args[0] : "benchmarks/results/search.md";
var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
var searches = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 40;
await using var servers = await ServerSet.StartAsync(ServerKind.Postgres);
var builder = WebApplication.CreateBuilder();
builder.WebHost.UseTestServer();
builder.Configuration.AddInMemoryCollection(
[
    KeyValuePair.Create("DATABASE_URL", (string?)ServerAddress.Postgres(servers[ServerKind.Postgres].Port)), KeyValuePair.Create("LOG_LEVEL", (string?)"ERROR"),
    KeyValuePair.Create("DATA_DIR", (string?)Path.Combine(Path.GetTempPath(), "ocr-search-benchmark")),
]);
builder.AddServiceDefaults("search-benchmark");
builder.AddResults();
builder.Services.AddOcrBus(builder.Configuration, bus => bus.AddResultsConsumers());
await using var app = builder.Build();
app.MapResults();
await app.MigrateAsync();
var clock = Stopwatch.StartNew();
await using (var database = await app.Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync())
{
    await ReceiptLoader.LoadAsync(database, count);
}

var loaded = clock.Elapsed;
await app.StartAsync();
using var client = app.GetTestClient();
var text = new StringBuilder();
text.AppendLine(CultureInfo.InvariantCulture, $"# Search among {count:N0} receipts").AppendLine();
text.AppendLine(CultureInfo.InvariantCulture, $"`GET /api/receipts` on PostgreSQL, {searches} searches of each kind for values of random receipts, first page of 50 and the page after it, one after the other,");
text.AppendLine(CultureInfo.InvariantCulture, $"over HTTP within one process. All receipts are generated. Made by `benchmarks/run.sh search` on {Environment.ProcessorCount} cores ({File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[1]}),");
text.AppendLine(CultureInfo.InvariantCulture, $"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}; filling the table took {loaded.TotalSeconds:0} s. Goal: p95 of at most 100 ms.").AppendLine();
text.AppendLine("| search | p50, ms | p95, ms | max, ms | receipts per answer |").AppendLine("|---|---:|---:|---:|---:|");
List<double> all = [];
foreach (var (name, query) in Questions.All)
{
    var (times, found) = await MeasureAsync(query);
    all.AddRange(times);
    Append(name, times, found);
}

Append("**all**", all, null);
await File.WriteAllTextAsync(page, text.ToString());
Console.WriteLine(text);
await app.StopAsync();
return Percentile(all, 0.95) <= 100 ? 0 : 1;

async Task<(List<double> Times, double Found)> MeasureAsync(Func<Ocr.Results.Receipts.ReceiptRow, Random, string> query)
{
    var random = new Random(7);
    List<double> times = [];
    var found = 0;
    for (var search = -5; search < searches; search++)
    {
        var row = new ReceiptMaker(count).Make(random.Next(count));
        var address = $"/api/receipts?{query(row, random)}";
        for (var cursor = ""; ;)
        {
            var started = Stopwatch.GetTimestamp();
            var answer = JsonNode.Parse(await client.GetStringAsync(new Uri(address + cursor, UriKind.Relative)))!;
            if (search >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                found += answer["receipts"]!.AsArray().Count;
            }

            if (cursor.Length > 0 || answer["next_cursor"] is not { } next)
            {
                break;
            }

            cursor = $"{(address.EndsWith('?') ? "" : "&")}cursor={next.GetValue<string>()}";
        }
    }

    return (times, (double)found / times.Count);
}

void Append(string name, List<double> times, double? found) => text.AppendLine(
    CultureInfo.InvariantCulture, $"| {name} | {Percentile(times, 0.5):0.0} | {Percentile(times, 0.95):0.0} | {times.Max():0.0} | {found:0.0} |");

static double Percentile(List<double> values, double share) => values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(share * values.Count) - 1));
