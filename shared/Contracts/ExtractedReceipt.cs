namespace Ocr.Contracts;

/// <summary>What the rules made of the words of one receipt.</summary>
public sealed record ExtractedReceipt
{
    /// <summary>All sixteen keys of <c>extracted_fields</c>, blank ones included.</summary>
    public required IReadOnlyDictionary<string, ExtractedField> Fields { get; init; }

    /// <summary>The beneficiary's printed name; blank when there is none.</summary>
    public required ExtractedField BeneficiaryName { get; init; }

    /// <summary>Words joined in the order in which they were recognised.</summary>
    public required string OriginalText { get; init; }

    /// <summary>Words in reading order: blanks between words, line feeds between rows, empty lines between blocks; chrome left out.</summary>
    public required string StructuredText { get; init; }

    /// <summary>Whether the layout was rebuilt from boxes; false when no word had a usable box.</summary>
    public required bool LayoutApplied { get; init; }

    /// <summary>Whether the words look like a payment receipt at all.</summary>
    public required bool IsReceipt { get; init; }

    /// <summary>Why; <see langword="null"/> in messages of releases that did not say.</summary>
    public ReceiptJudgement? Judgement { get; init; }

    /// <summary>The users' success rule: a receipt with reference, amount and origin bank, and either document or phone with destination bank.</summary>
    public required bool Complete { get; init; }

    /// <summary>Keys that the success rule misses.</summary>
    public required IReadOnlyList<string> MissingFields { get; init; }

    /// <summary>Version of the rule file that was applied.</summary>
    public required string RulesVersion { get; init; }

    /// <summary>What the policy decides on it; <see langword="null"/> in messages of releases that did not decide.</summary>
    public ReceiptDecision? Decision { get; init; }
}
