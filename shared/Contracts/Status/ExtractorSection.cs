namespace Ocr.Contracts.Status;

/// <summary>Status section of the extractor. The keys are part of <c>/internal/status</c>.</summary>
public sealed record ExtractorSection
{
    /// <summary>Key of the section.</summary>
    public const string Name = "extractor";

    /// <summary>Number of rules.</summary>
    public long RulesLoaded { get; init; }

    /// <summary>Version of the rules.</summary>
    public string RulesVersion { get; init; } = "";

    /// <summary>Version of the decision policy; <see langword="null"/> without one.</summary>
    public string? DecisionVersion { get; init; }

    /// <summary>Hash of the rule files.</summary>
    public string RulesHash { get; init; } = "";

    /// <summary>Since when they are applied, in UTC.</summary>
    public string RulesSince { get; init; } = "";

    /// <summary>Name of the field model; <see langword="null"/> without one.</summary>
    public string? FieldModel { get; init; }

    /// <summary>A change of the files that was rejected; <see langword="null"/> without one.</summary>
    public RejectedRules? RulesRefused { get; init; }
}

/// <summary>A change of the rule files that was rejected.</summary>
/// <param name="Hash">Hash of the rejected files.</param>
/// <param name="At">Time of the rejection, in UTC.</param>
/// <param name="Faults">The errors.</param>
public sealed record RejectedRules(string Hash, string At, IReadOnlyList<string> Faults);
