using Ocr.Contracts;

namespace Ocr.Extractor.Decision;

/// <summary>The policy's findings on the image as a whole: whether it is a single receipt of a completed payment.</summary>
internal static class ImageFindings
{
    public static IEnumerable<PolicyFinding> Of(ExtractedReceipt receipt, PolicyFile policy)
    {
        var judgement = receipt.Judgement ?? new ReceiptJudgement { Score = 0 };
        if (!receipt.IsReceipt)
        {
            var verdict = policy.NotAReceipt.ByCode.GetValueOrDefault(judgement.ReasonCode ?? "", policy.NotAReceipt.Verdict);
            yield return new PolicyFinding(verdict, DecisionReasons.NotAReceipt(judgement.Reason));
        }

        yield return State(judgement, policy);
        if (judgement.ReceiptsInImage > 1)
        {
            yield return new PolicyFinding(policy.SeveralReceipts, DecisionReasons.SeveralReceipts(judgement.ReceiptsInImage));
        }

        if (receipt.Fields.GetValueOrDefault(FieldKeys.Monto)?.Currency is { } currency && !policy.Currencies.Expected.Contains(currency))
        {
            yield return new PolicyFinding(policy.Currencies.Other, DecisionReasons.Currency(currency, policy.Currencies.Expected));
        }
    }

    /// <summary>A state of low confidence causes a review, not an acceptance or rejection.</summary>
    private static PolicyFinding State(ReceiptJudgement judgement, PolicyFile policy)
    {
        var state = policy.States.ContainsKey(judgement.State) ? judgement.State : PaymentStates.Unknown;
        var verdict = policy.States[state];
        return verdict != Verdicts.Review && judgement.StateConfidence < policy.MinStateConfidence
            ? new PolicyFinding(Verdicts.Review, DecisionReasons.UnsureState(state, judgement.StateText))
            : new PolicyFinding(verdict, DecisionReasons.State(state, judgement.StateText));
    }
}
