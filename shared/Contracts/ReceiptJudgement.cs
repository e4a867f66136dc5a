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
}
