using Ocr.Contracts;
using Ocr.Results.Claims;

namespace Ocr.Results.Documents;

/// <summary>Combines the extractor's decision on a receipt with the verdict for its duplicates: the stricter of the two, with its reasons.</summary>
internal static class CombinedDecision
{
    /// <summary>A receipt without a decision needs a review.</summary>
    public static ReceiptDecision Of(CompletedReceipt completed) =>
        completed.Extraction?.Decision ?? new ReceiptDecision
        {
            Verdict = Verdicts.Review,
            Reasons = [completed.Error is { } error
                ? new DecisionReason { Code = "SIN_LECTURA", Text = $"No se pudo leer la imagen: {error.Message.TrimEnd('.')}." }
                : new DecisionReason { Code = "SIN_DECISION", Text = "Lo leyó una versión anterior del sistema, que no decide." }],
            PolicyVersion = "",
        };

    public static DecisionEntry Of(ReceiptDecision decision, DuplicateMark? duplicate, DuplicateMark? possible)
    {
        var own = Strictness(decision.Verdict);
        var mark = duplicate ?? possible;
        var repeated = mark is null ? 0 : Strictness(duplicate is null ? decision.WhenPossibleDuplicate : decision.WhenDuplicate);
        var strictest = Math.Max(own, repeated);
        DecisionMotive[] reasons =
        [
            .. strictest > 0 && repeated == strictest ? [new DecisionMotive(mark!.Code, mark.Reason)] : (DecisionMotive[])[],
            .. own == strictest ? decision.Reasons.Select(DecisionMotive.Of) : [],
        ];
        return new DecisionEntry(Verdicts.All[strictest], reasons);
    }

    /// <summary>A verdict of a later release is reviewed.</summary>
    private static int Strictness(string verdict) =>
        Verdicts.Strictness(verdict) is >= 0 and var known ? known : Verdicts.Strictness(Verdicts.Review);
}
