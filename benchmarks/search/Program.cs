using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.TestHost;
using Ocr.SearchBenchmark;
using Ocr.Testing.Servers;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

// search-benchmark PAGE [RECEIPTS] [SEARCHES]
var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
var searches = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 40;
await using var servers = await ServerSet.StartAsync(ServerKind.Postgres);
var clock = Stopwatch.StartNew();
await using var app = await SearchHost.StartAsync(ServerAddress.Postgres(servers[ServerKind.Postgres].Port), count);
using var client = app.GetTestClient();
var report = new SearchReport(client, count, searches);
var page = await report.WriteAsync(clock.Elapsed);
await File.WriteAllTextAsync(args[0], page);
Console.WriteLine(page);
await app.StopAsync();
return report.Percentile95 <= 100 ? 0 : 1;
