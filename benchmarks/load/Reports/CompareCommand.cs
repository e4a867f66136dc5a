using System.CommandLine;

namespace Ocr.Load.Reports;

/// <summary>Compares the kept figures of two releases.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var before = new Option<string[]>("--before") { Description = "files of figures of the older release", Required = true, AllowMultipleArgumentsPerToken = true };
        var after = new Option<string[]>("--after") { Description = "files of figures of the newer one", Required = true, AllowMultipleArgumentsPerToken = true };
        var release = new Option<string>("--release") { Description = "what the older one is", Required = true };
        var page = new Option<string>("--page") { Description = "the page to write", Required = true };
        var command = new Command("compare", "Compares the cost of a receipt in two releases, from the stored results of each.") { before, after, release, page };
        command.SetAction(given => File.WriteAllText(
            given.GetValue(page)!,
            ComparePage.Write(
                [.. given.GetValue(before)!.Select(ResultFile.Read)], [.. given.GetValue(after)!.Select(ResultFile.Read)], given.GetValue(release)!)));
        return command;
    }
}
