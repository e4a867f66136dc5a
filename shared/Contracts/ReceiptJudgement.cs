namespace Ocr.Contracts;

/// <summary>Whether an image shows a payment receipt, and what speaks for and against it. It takes nothing away: fields stay as they were read.</summary>
public sealed record ReceiptJudgement
{
    /// <summary>0–1: how much it looks like a receipt of a payment.</summary>
    public required double Score { get; init; }

    /// <summary>Stable code of why it is none (<c>SIN_TEXTO</c>, <c>CONVERSACION</c>, …); <see langword="null"/> for a receipt.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The same as a sentence, Spanish, for the operator.</summary>
    public string? Reason { get; init; }

    /// <summary>What was seen that speaks for a receipt, Spanish.</summary>
    public IReadOnlyList<string> For { get; init; } = [];

    /// <summary>What was seen that speaks against it, Spanish.</summary>
    public IReadOnlyList<string> Against { get; init; } = [];

    /// <summary>State of the payment, one of <see cref="PaymentStates"/>; <see cref="PaymentStates.Unknown"/> in messages of releases that did not look for it.</summary>
    public string State { get; init; } = PaymentStates.Unknown;

    /// <summary>The words that show the state, as printed; <see langword="null"/> when there are none.</summary>
    public string? StateText { get; init; }

    /// <summary>0–1: how surely the image shows this state; 0 for an unknown one.</summary>
    public double StateConfidence { get; init; }

    /// <summary>Number of receipts that the image shows, at least 1; fields of more than one are never mixed.</summary>
    public int ReceiptsInImage { get; init; } = 1;
}
