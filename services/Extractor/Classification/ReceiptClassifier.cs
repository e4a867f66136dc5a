using Ocr.Contracts;
using Ocr.Extractor.Context;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Classification;

/// <summary>Classifies an image as a receipt or not by its weighted signs. It does not change fields.</summary>
internal static class ReceiptClassifier
{
    /// <param name="context">The receipt to which the fields belong.</param>
    /// <param name="rule">The weights of the signs.</param>
    /// <param name="receipts">Number of receipts in the picture, at least 1.</param>
    public static ReceiptJudgement Classify(ReceiptContext context, ReceiptRule rule, int receipts)
    {
        var seen = rule.Signs.Where(sign => ReceiptSigns.IsSeen(sign.Sign, context, rule)).ToList();
        var score = 1 / (1 + Math.Exp(-rule.Bias - seen.Sum(sign => sign.Weight)));
        var refusal = score >= rule.Threshold ? null : rule.Refusals.First(refusal => refusal.Signs.All(sign => ReceiptSigns.IsSeen(sign, context, rule)));
        return new ReceiptJudgement
        {
            Score = Math.Round(score, 3),
            ReasonCode = refusal?.Code,
            Reason = refusal?.Text,
            For = [.. seen.Where(sign => sign.Weight > 0).Select(sign => sign.Text)],
            State = context.Payment.State,
            StateText = context.Payment.Text,
            StateConfidence = context.Payment.Confidence,
            ReceiptsInImage = receipts,
            Against = [.. seen.Where(sign => sign.Weight < 0).Select(sign => sign.Text)],
        };
    }
}
