namespace Ocr.Contracts;

/// <summary>Result of the extraction rules for one receipt.</summary>
public sealed record ExtractedReceipt
{
    /// <summary>All sixteen keys of <c>extracted_fields</c>, blank ones included.</summary>
    public required IReadOnlyDictionary<string, ExtractedField> Fields { get; init; }

    /// <summary>The beneficiary's printed name; blank when there is none.</summary>
    public required ExtractedField BeneficiaryName { get; init; }

    /// <summary>Words joined in the order in which they were recognised.</summary>
    public required string OriginalText { get; init; }

    /// <summary>Words in reading order: blanks between words, line feeds between rows, empty lines between blocks; text of the user interface is excluded.</summary>
    public required string StructuredText { get; init; }

    /// <summary>Whether the layout was rebuilt from boxes; false when no word had a usable box.</summary>
    public required bool LayoutApplied { get; init; }

    /// <summary>Whether the words look like a payment receipt at all.</summary>
    public required bool IsReceipt { get; init; }

    /// <summary>Judgement of the image; <see langword="null"/> in messages of releases without it.</summary>
    public ReceiptJudgement? Judgement { get; init; }

    /// <summary>The users' success rule: a receipt with reference, amount and origin bank, and either document or phone with destination bank.</summary>
    public required bool Complete { get; init; }

    /// <summary>Keys that are missing for the success rule.</summary>
    public required IReadOnlyList<string> MissingFields { get; init; }

    /// <summary>Version of the rule file that was applied.</summary>
    public required string RulesVersion { get; init; }

    /// <summary>Decision of the policy; <see langword="null"/> in messages of releases without it.</summary>
    public ReceiptDecision? Decision { get; init; }
}
