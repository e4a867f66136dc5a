using System.Text.Json.Serialization;

namespace Ocr.Extractor.Rules;

/// <summary>The rule file as it is written: one rule a field, and the words that are no field's.</summary>
internal sealed record RuleFile
{
    /// <summary>The schema's address, for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>Reported with every result.</summary>
    public required string Version { get; init; }

    /// <summary>One a key of <c>extracted_fields</c>.</summary>
    public required IReadOnlyList<FieldRule> Rules { get; init; }

    /// <summary>The beneficiary's printed name.</summary>
    public required FieldRule BeneficiaryName { get; init; }

    /// <summary>What tells a receipt from other images.</summary>
    public required ReceiptRule Receipt { get; init; }

    /// <summary>What it needs to be paid out on.</summary>
    public required CompleteRule Complete { get; init; }

    /// <summary>Labels whose values are no field, so that nothing else takes them.</summary>
    public IReadOnlyList<string> IgnoredLabels { get; init; } = [];

    /// <summary>Buttons and notices: left out of the text, and the end of any value.</summary>
    public IReadOnlyList<string> Chrome { get; init; } = [];

    /// <summary>Titles of a payment that went through.</summary>
    public IReadOnlyList<string> SuccessTitles { get; init; } = [];

    /// <summary>Titles of one that did not.</summary>
    public IReadOnlyList<string> FailureTitles { get; init; } = [];
}
