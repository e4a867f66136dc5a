using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Extractor;

/// <summary>Settings of the extractor.</summary>
public sealed class ExtractorOptions
{
    /// <summary>The rule file; unset, <c>rules/extraction_rules.json</c> beside the program or in a folder above it.</summary>
    [Setting("RULES_FILE", "the path of an extraction_rules.json")]
    public string? RulesPath { get; set; }

    /// <summary>The bank table; unset, <c>banks.json</c> beside the rule file.</summary>
    [Setting("BANKS_FILE", "the path of a banks.json")]
    public string? BanksPath { get; set; }

    /// <summary>Seconds between two looks at both files; a change is taken up after the second look that sees it. 0 never looks again.</summary>
    [Range(0, 60)]
    [Setting("RULES_RELOAD_SECONDS", "a number of seconds, 0 to 60; 0 never looks again")]
    public double ReloadSeconds { get; set; } = 1;

    /// <summary>The rule file's full path.</summary>
    public string ResolveRules() => string.IsNullOrWhiteSpace(RulesPath)
        ? Path.Combine(AssetFolder.Locate("rules", null), "extraction_rules.json")
        : Path.GetFullPath(RulesPath);

    /// <summary>The bank table's full path.</summary>
    public string ResolveBanks() => string.IsNullOrWhiteSpace(BanksPath)
        ? Path.Combine(Path.GetDirectoryName(ResolveRules())!, "banks.json")
        : Path.GetFullPath(BanksPath);
}
