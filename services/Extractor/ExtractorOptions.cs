using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Extractor;

/// <summary>Settings of the extractor.</summary>
public sealed class ExtractorOptions
{
    /// <summary>The rule file; default <c>rules/extraction_rules.json</c> next to the program or in a folder above it.</summary>
    [Setting("RULES_FILE", "the path of an extraction_rules.json")]
    public string? RulesPath { get; set; }

    /// <summary>The bank table; default <c>banks.json</c> next to the rule file.</summary>
    [Setting("BANKS_FILE", "the path of a banks.json")]
    public string? BanksPath { get; set; }

    /// <summary>The decision policy; default <c>decision.json</c> next to the rule file.</summary>
    [Setting("DECISION_FILE", "the path of a decision.json")]
    public string? DecisionPath { get; set; }

    /// <summary>Seconds between two checks of the three files; a change is applied after the second check that finds it. 0 disables the checks.</summary>
    [Range(0, 60)]
    [Setting("RULES_RELOAD_SECONDS", "a number of seconds, 0 to 60; 0 never looks again")]
    public double ReloadSeconds { get; set; } = 1;

    /// <summary>Folder of the model packs; default <c>models</c> next to the program or in a folder above it.</summary>
    [Setting("MODELS_DIR", "the folder of the model packs")]
    public string? ModelsDirectory { get; set; }

    /// <summary>The field model, a folder of <see cref="ModelsDirectory"/>. With <c>off</c>, or without the folder, only the rules are used.</summary>
    [Setting("FIELD_MODEL", "the name of a folder of MODELS_DIR, such as fields, or off")]
    [Required, RegularExpression("^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    public string FieldModel { get; set; } = "fields";

    /// <summary>Returns the field model's full path; <see langword="null"/> when it is off.</summary>
    public string? ResolveFieldModel() => FieldModel == "off" ? null : Path.Combine(AssetFolder.Locate("models", ModelsDirectory), FieldModel);

    /// <summary>Returns the rule file's full path.</summary>
    public string ResolveRules() => string.IsNullOrWhiteSpace(RulesPath)
        ? Path.Combine(AssetFolder.Locate("rules", null), "extraction_rules.json")
        : Path.GetFullPath(RulesPath);

    /// <summary>Returns the decision policy's full path.</summary>
    public string ResolveDecision() => string.IsNullOrWhiteSpace(DecisionPath)
        ? Path.Combine(Path.GetDirectoryName(ResolveRules())!, "decision.json")
        : Path.GetFullPath(DecisionPath);

    /// <summary>Returns the bank table's full path.</summary>
    public string ResolveBanks() => string.IsNullOrWhiteSpace(BanksPath)
        ? Path.Combine(Path.GetDirectoryName(ResolveRules())!, "banks.json")
        : Path.GetFullPath(BanksPath);
}
