namespace Ocr.Contracts;

/// <summary>Summary of a stored result: the values that a waiting client needs.</summary>
public sealed record ReceiptSummary
{
    /// <summary>Tenant that owns the receipt.</summary>
    public required string Tenant { get; init; }

    /// <summary>Number of receipts in the batch; <see langword="null"/> when it is not known.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Stored name of the receipt.</summary>
    public required string StoredName { get; init; }

    /// <summary>All sixteen keys of <c>extracted_fields</c>; empty for an error result.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>Currency of the amount; blank when none was read.</summary>
    public string Currency { get; init; } = "";

    /// <summary>State of the payment, one of <see cref="PaymentStates"/>.</summary>
    public string PaymentState { get; init; } = PaymentStates.Unknown;

    /// <summary>Decision with its duplicates, one of <see cref="Verdicts"/>.</summary>
    public string Verdict { get; init; } = Verdicts.Review;

    /// <summary>Reasons of the decision.</summary>
    public IReadOnlyList<DecisionReason> Reasons { get; init; } = [];

    /// <summary>The earlier receipt that it repeats; <see langword="null"/> for none.</summary>
    public EarlierReceipt? DuplicateOf { get; init; }

    /// <summary>An earlier receipt that it may repeat; <see langword="null"/> for none.</summary>
    public EarlierReceipt? PossibleDuplicateOf { get; init; }

    /// <summary>The operator's fields.</summary>
    public required ReceiptMetadata Metadata { get; init; }
}
