using System.Text.Json.Serialization;

namespace Ocr.Extractor.Rules;

/// <summary>The JSON of the rule file: one rule per field, and the phrases that do not belong to a field.</summary>
internal sealed record RuleFile
{
    /// <summary>The schema's address, for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>Version, which is reported with every result.</summary>
    public required string Version { get; init; }

    /// <summary>One rule per key of <c>extracted_fields</c>.</summary>
    public required IReadOnlyList<FieldRule> Rules { get; init; }

    /// <summary>Rule of the beneficiary's printed name.</summary>
    public required FieldRule BeneficiaryName { get; init; }

    /// <summary>Distinguishes a receipt from other images.</summary>
    public required ReceiptRule Receipt { get; init; }

    /// <summary>The fields that it needs before it is paid out.</summary>
    public required CompleteRule Complete { get; init; }

    /// <summary>Labels whose values are not fields, so that no field takes them.</summary>
    public IReadOnlyList<string> IgnoredLabels { get; init; } = [];

    /// <summary>Labels of the currency, whose values are not fields either: the value is the currency of an amount without a unit.</summary>
    public IReadOnlyList<string> CurrencyLabels { get; init; } = [];

    /// <summary>All labels whose values are not fields.</summary>
    internal IEnumerable<string> OtherLabels => IgnoredLabels.Concat(CurrencyLabels);

    /// <summary>Endings that any label may have, such as "de la operación". They are part of the label and not of its value.</summary>
    public IReadOnlyList<string> LabelEndings { get; init; } = [];

    /// <summary>Buttons and notices: excluded from the text, and the end of any value.</summary>
    public IReadOnlyList<string> Chrome { get; init; } = [];

    /// <summary>Titles of a completed payment.</summary>
    public IReadOnlyList<string> SuccessTitles { get; init; } = [];

    /// <summary>Titles of a failed payment: phrases of the state <see cref="Contracts.PaymentStates.Rejected"/>.</summary>
    public IReadOnlyList<string> FailureTitles { get; init; } = [];

    /// <summary>Phrases of the other states of a payment, by state.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> States { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
