using System.CommandLine;
using Ocr.Recognition;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ReceiptCli.Commands;

/// <summary>Options that several commands share, each under one name and with one default.</summary>
internal static class CommonOptions
{
    public static Option<string?> Pack() => new("--pack")
    {
        Description = "Folder of the model pack (default: models/compact of the repository or beside the program).",
    };

    public static Option<string?> Rules() => new("--rules")
    {
        Description = "Rule file (default: rules/extraction_rules.json of the repository or beside the program).",
    };

    public static Option<ReadingProfile> Profile() => new("--profile")
    {
        Description = "How hard to look.",
        DefaultValueFactory = _ => ReadingProfile.Balanced,
    };

    public static Option<int> Jobs() => new("--jobs")
    {
        Description = "Images read at once.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public static Argument<DirectoryInfo> Folder() =>
        new Argument<DirectoryInfo>("folder") { Description = "Folder of images." }.AcceptExistingOnly();

    public static string PackFolder(string? configured) =>
        configured ?? Path.Combine(AssetFolder.Locate("models", null), "compact");

    public static string RuleFile(string? configured) =>
        configured ?? Path.Combine(AssetFolder.Locate("rules", null), "extraction_rules.json");
}
