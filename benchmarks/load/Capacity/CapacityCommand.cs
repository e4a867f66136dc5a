using System.CommandLine;
using System.Globalization;
using Ocr.Load.Reports;

namespace Ocr.Load.Capacity;

/// <summary>Prints the capacity that a rate requires, from the stored measurements.</summary>
internal static class CapacityCommand
{
    public static Command Create()
    {
        var rate = new Option<double>("--rate") { Description = "fresh receipts per second", Required = true };
        var file = new Option<string>("--results")
        {
            Description = "file of the figures",
            DefaultValueFactory = _ => Path.Combine(Testing.RepositoryRoot.Path, "benchmarks", "results", "load.json"),
        };
        var command = new Command("capacity", "What a rate takes, by the kept figures of 'fresh'.") { rate, file };
        command.SetAction(given => Print(ResultFile.Read(given.GetValue(file)!), given.GetValue(rate)));
        return command;
    }

    private static void Print(Results results, double rate)
    {
        Console.WriteLine("| part | ms per receipt | cores busy | pods |\n|---|---:|---:|---:|");
        foreach (var need in Plan.For(results.Runs["fresh"][^1], rate))
        {
            var pods = need.Pods > 0 ? need.Pods.ToString(CultureInfo.InvariantCulture) : "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {need.Name} | {need.MsPerReceipt:0.0} | {need.Cores:0.0} | {pods} |"));
        }
    }
}
