using System.Globalization;
using System.Text;
using Ocr.Contracts;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Reports;

/// <summary>Formats decisions as Markdown tables.</summary>
internal static class DecisionMarkdown
{
    private const int MaxReasons = 12;

    public static string Write(string model, string policy, IReadOnlyList<DecisionScore> scores)
    {
        var text = new StringBuilder();
        Line(text, $"Read with {model}, decided by policy {policy}. Wrong: the payment did not go through, or reference, amount, payer's bank or beneficiary is not what the receipt prints. Good: it went through, and all of these are printed.\n");
        Line(text, $"| set | profile | receipts | good, accepted | good, accepted % | aceptar % | wrong, of these | wrong % | revisar % | rechazar % | right, of these |\n|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var score in scores.Concat(Totals(scores)))
        {
            Row(text, score);
        }

        foreach (var score in scores)
        {
            Reasons(text, score);
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>Returns the totals of each profile over all sets.</summary>
    private static IEnumerable<DecisionScore> Totals(IReadOnlyList<DecisionScore> scores) => scores
        .GroupBy(score => score.Profile, StringComparer.Ordinal)
        .Select(profile => new DecisionScore("**all**", profile.Key, [.. profile.SelectMany(score => score.Receipts)]));

    private static void Row(StringBuilder text, DecisionScore score)
    {
        var (accepted, wrong, refused) = (score.Share(Verdicts.Accept), score.AcceptedWrong, score.RejectedRight);
        var (reviewed, rejected) = (score.Share(Verdicts.Review), score.Share(Verdicts.Reject));
        var good = score.GoodAccepted;
        Line(text, $"| {score.Set} | {score.Profile} | {accepted.Total} | {good.Right} of {good.Total} | {Percent(good, "F1")} | {accepted.Percent:F1} | {wrong.Right} of {wrong.Total} | {Percent(wrong, "F2")} | {reviewed.Percent:F1} | {rejected.Percent:F1} | {refused.Right} of {refused.Total} |");
    }

    private static string Percent(Share share, string format) => share.Total == 0 ? "" : share.Percent.ToString(format, CultureInfo.InvariantCulture);

    private static void Reasons(StringBuilder text, DecisionScore score)
    {
        Line(text, $"\n## {score.Set}, {score.Profile}\n");
        Line(text, $"| reason | receipts |\n|---|---:|");
        foreach (var (code, receipts) in score.Reasons.Take(MaxReasons))
        {
            Line(text, $"| {code} | {receipts} |");
        }

        var wrong = score.Receipts.Where(receipt => DecisionScore.VerdictOf(receipt) == Verdicts.Accept && DecisionScore.IsWrong(receipt)).Select(receipt => receipt.Truth.File).ToList();
        if (wrong.Count > 0)
        {
            Line(text, $"\nAccepted although wrong: {string.Join(", ", wrong)}.");
        }
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
