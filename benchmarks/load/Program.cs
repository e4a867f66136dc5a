using System.CommandLine;
using System.Runtime.Versioning;
using Ocr.Load;
using Ocr.Load.Capacity;
using Ocr.Load.Reports;
using Ocr.Load.Scenarios;

[assembly: SupportedOSPlatform("linux")]

var root = new RootCommand("Drives the distributed system over its HTTP API, and stores the results.")
{
    Settings.Command("fresh", "Receipts never seen before; at saturation, or at --rate.", FreshScenario.RunAsync),
    Settings.Command("cached", "Images whose words are in the cache.", CachedScenario.RunAsync),
    Settings.Command("batches", "Fifty receipts, uploaded and read as one batch, repeatedly.", BatchScenario.RunAsync),
    Settings.Command("read", "Single reads, one after the other, on an idle system.", ReadScenario.RunAsync),
    Settings.Command("cold", "The first 200 receipts of a new system, built and published (--programs), without and with warm-up.", ColdScenario.RunAsync),
    Settings.Command("scale", "One worker against two, alternately; with --quota each worker has that share of a core.", ScaleScenario.RunAsync),
    Settings.Command("soak", "New, repeated and broken images, 20 minutes by default, at --rate or 70 % of the measured capacity.", SoakScenario.RunAsync),
    CapacityCommand.Create(),
    CompareCommand.Create(),
    Settings.Command("page", "Writes the page again from the stored results.", ResultFile.RewriteAsync),
};
// The system needs time for an orderly shutdown.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(3) });
