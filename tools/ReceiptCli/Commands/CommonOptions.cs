using System.CommandLine;
using Ocr.Extractor.Scoring;
using Ocr.Recognition;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ReceiptCli.Commands;

/// <summary>Options that several commands share, with one name and one default each.</summary>
internal static class CommonOptions
{
    public static Option<string?> Pack() => new("--pack")
    {
        Description = "Folder of the model pack (default: models/compact of the repository or next to the program).",
    };

    public static Option<string?> Rules() => new("--rules")
    {
        Description = "Rule file (default: rules/extraction_rules.json of the repository or next to the program).",
    };

    public static Option<string?> Banks() => new("--banks")
    {
        Description = "Bank table (default: banks.json next to the rule file).",
    };

    public static Option<string?> Policy() => new("--policy")
    {
        Description = "Decision policy (default: decision.json next to the rule file).",
    };

    public static Option<ReadingProfile> Profile() => new("--profile")
    {
        Description = "Trade-off between time and accuracy.",
        DefaultValueFactory = _ => ReadingProfile.Balanced,
    };

    public static Option<int> Jobs() => new("--jobs")
    {
        Description = "Number of images read concurrently.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public static Argument<DirectoryInfo> Folder() =>
        new Argument<DirectoryInfo>("folder") { Description = "Folder of images." }.AcceptExistingOnly();

    public static string PackFolder(string? configured) =>
        configured ?? Path.Combine(AssetFolder.Locate("models", null), "compact");

    public static string PolicyFile(string? configured, string? rules) =>
        configured ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(RuleFile(rules)))!, "decision.json");

    public static Option<string?> Fields() => new("--fields")
    {
        Description = "Folder of the field model, or off (default: models/fields of the repository or next to the program).",
    };

    public static FieldModel? FieldModel(string? configured) =>
        configured == "off" ? null : Extractor.Scoring.FieldModel.LoadIfPresent(configured ?? Path.Combine(AssetFolder.Locate("models", null), "fields"));

    public static string RuleFile(string? configured) =>
        configured ?? Path.Combine(AssetFolder.Locate("rules", null), "extraction_rules.json");

    public static string BankFile(string? configured, string rules) =>
        configured ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(rules))!, "banks.json");
}
