using Ocr.Contracts;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Judging;

/// <summary>Weighs the signs of a receipt. It only judges: no field is changed by it.</summary>
internal static class ReceiptJudge
{
    public static ReceiptJudgement Judge(ReceiptContext context, ReceiptRule rule)
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
            Against = [.. seen.Where(sign => sign.Weight < 0).Select(sign => sign.Text)],
        };
    }
}
