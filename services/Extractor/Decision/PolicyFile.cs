using System.Text.Json.Serialization;
using Ocr.Contracts;

namespace Ocr.Extractor.Decision;

/// <summary>The JSON of the policy file. Verdicts are those of <see cref="Verdicts"/>.</summary>
internal sealed record PolicyFile
{
    /// <summary>The schema's address, for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>Version, which is reported with every decision.</summary>
    public required string Version { get; init; }

    /// <summary>Verdict per state, for all of <see cref="PaymentStates"/>.</summary>
    public required IReadOnlyDictionary<string, string> States { get; init; }

    /// <summary>0–1: a state of lower confidence is reviewed, not accepted or rejected.</summary>
    public required double MinStateConfidence { get; init; }

    /// <summary>Verdicts for an image that is not a receipt.</summary>
    public required NotAReceiptPolicy NotAReceipt { get; init; }

    /// <summary>Verdict for an image with more than one receipt.</summary>
    public required string SeveralReceipts { get; init; }

    /// <summary>Verdict for a receipt that lacks a field.</summary>
    public required string Incomplete { get; init; }

    /// <summary>Expected currencies.</summary>
    public required CurrencyPolicy Currencies { get; init; }

    /// <summary>Policies of the checked fields, by key.</summary>
    public required IReadOnlyDictionary<string, FieldPolicy> Fields { get; init; }

    /// <summary>Verdicts for receipts that were sent before.</summary>
    public required DuplicatePolicy Duplicates { get; init; }
}

/// <summary>Verdict for an image that is not a receipt, with exceptions by reason code.</summary>
internal sealed record NotAReceiptPolicy(string Verdict)
{
    public IReadOnlyDictionary<string, string> ByCode { get; init; } = new Dictionary<string, string>();
}

/// <summary>Expected currencies, and the verdict for others.</summary>
internal sealed record CurrencyPolicy(IReadOnlyList<string> Expected, string Other);

/// <summary>Verdicts for certain and possible duplicates.</summary>
internal sealed record DuplicatePolicy(string Certain, string Possible);

/// <summary>Requirements for one field.</summary>
internal sealed record FieldPolicy
{
    /// <summary>Whether the receipt is incomplete without it.</summary>
    public bool Required { get; init; }

    /// <summary>Minimum confidence, 0–1.</summary>
    public required double MinConfidence { get; init; }

    /// <summary>Verdict for a value of lower confidence.</summary>
    public string Unsure { get; init; } = Verdicts.Review;

    /// <summary>Verdict for a value that is not valid.</summary>
    public string Invalid { get; init; } = Verdicts.Review;

    /// <summary>Verdict for a value with <see cref="ExtractedField.Warnings"/>.</summary>
    public string Doubts { get; init; } = Verdicts.Review;

    /// <summary>Verdict for a value with <see cref="ExtractedField.Notes"/>.</summary>
    public string Notes { get; init; } = Verdicts.Accept;
}
