namespace Ocr.Contracts;

/// <summary>Whether an image shows a payment receipt, with the evidence. It does not change fields.</summary>
public sealed record ReceiptJudgement
{
    /// <summary>0–1: similarity to a payment receipt.</summary>
    public required double Score { get; init; }

    /// <summary>Stable code when it is not a receipt (<c>SIN_TEXTO</c>, <c>CONVERSACION</c>, …); <see langword="null"/> for a receipt.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The same as a sentence, Spanish, for the operator.</summary>
    public string? Reason { get; init; }

    /// <summary>Evidence for a receipt, Spanish.</summary>
    public IReadOnlyList<string> For { get; init; } = [];

    /// <summary>Evidence against a receipt, Spanish.</summary>
    public IReadOnlyList<string> Against { get; init; } = [];

    /// <summary>State of the payment, one of <see cref="PaymentStates"/>; <see cref="PaymentStates.Unknown"/> in messages of releases without it.</summary>
    public string State { get; init; } = PaymentStates.Unknown;

    /// <summary>The words that show the state, as printed; <see langword="null"/> when there are none.</summary>
    public string? StateText { get; init; }

    /// <summary>0–1: certainty of this state; 0 for an unknown one.</summary>
    public double StateConfidence { get; init; }

    /// <summary>Number of receipts that the image shows, at least 1; fields of more than one are never mixed.</summary>
    public int ReceiptsInImage { get; init; } = 1;
}
