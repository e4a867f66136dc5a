namespace Ocr.Contracts;

/// <summary>Decision of the policy on one receipt, without its duplicates. Results knows the duplicates and combines them with this decision.</summary>
public sealed record ReceiptDecision
{
    /// <summary>One of <see cref="Verdicts"/>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Why it is not <see cref="Verdicts.Accept"/>, the strictest first; empty for an accepted receipt.</summary>
    public IReadOnlyList<DecisionReason> Reasons { get; init; } = [];

    /// <summary>Minimum verdict for a receipt whose image or payment was sent before; one of <see cref="Verdicts"/>.</summary>
    public string WhenDuplicate { get; init; } = Verdicts.Reject;

    /// <summary>Minimum verdict for a receipt whose payment may have been sent before; one of <see cref="Verdicts"/>.</summary>
    public string WhenPossibleDuplicate { get; init; } = Verdicts.Review;

    /// <summary>Version of the policy file that was applied.</summary>
    public required string PolicyVersion { get; init; }
}
