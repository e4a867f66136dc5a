using System.Globalization;
using System.Text;
using Ocr.Contracts;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Reports;

/// <summary>Formats the score of the corpus of word boxes, clean and noisy, as Markdown tables.</summary>
internal static class BoxScoreMarkdown
{
    private const double Trusted = 0.9;

    private static readonly string[] Money = [FieldKeys.Monto, FieldKeys.Referencia];

    public static string Write(BoxScore clean, BoxScore noisy, bool errors)
    {
        var text = new StringBuilder();
        Line(text, $"| | clean | with noise |\n|---|---:|---:|");
        Line(text, $"| receipts | {clean.Score.Receipts.Count} | {noisy.Score.Receipts.Count} |");
        Line(text, $"| fields printed or claimed | {clean.Score.Stated.Total} | {noisy.Score.Stated.Total} |");
        Line(text, $"| of these right, % | {clean.Score.Stated.Percent:F2} | {noisy.Score.Stated.Percent:F2} |");
        Line(text, $"| fields that the noise destroyed | {clean.Destroyed} | {noisy.Destroyed} |");
        Line(text, $"| receipts that meet the success rule, % | {clean.Score.Success.Percent:F1} | {noisy.Score.Success.Percent:F1} |");
        Line(text, $"| wrong amounts and references | {Wrong(clean, 0)} | {Wrong(noisy, 0)} |");
        Line(text, $"| of these with a confidence of {Trusted} and more | {Wrong(clean, Trusted)} | {Wrong(noisy, Trusted)} |\n");
        Rows(text, "field", Truth.Keys, key => clean.Score.Field(key), key => noisy.Score.Field(key));
        var (cleanLayouts, noisyLayouts) = (clean.Score.ByLayout.ToDictionary(part => part.Layout), noisy.Score.ByLayout.ToDictionary(part => part.Layout));
        Rows(text, "layout", cleanLayouts.Keys, layout => cleanLayouts[layout].Score.Stated, layout => noisyLayouts[layout].Score.Stated);
        text.Append("With noise:\n");
        ScoreMarkdown.Confidence(text, noisy.Score.Receipts);
        if (errors)
        {
            Errors(text, "clean", clean);
            Errors(text, "noise", noisy);
        }

        return text.ToString().TrimEnd();
    }

    private static int Wrong(BoxScore score, double confidence) => score.Score.Receipts.Sum(receipt =>
        Money.Count(key => receipt.Actual[key].Length > 0 && !receipt.IsRight(key) && receipt.Confidence[key] >= confidence));

    private static void Rows(StringBuilder text, string title, IEnumerable<string> names, Func<string, Share> clean, Func<string, Share> noisy)
    {
        Line(text, $"| {title} | clean | right % | with noise | right % |\n|---|---:|---:|---:|---:|");
        foreach (var name in names)
        {
            var (first, second) = (clean(name), noisy(name));
            Line(text, $"| {name} | {first.Total} | {first.Percent:F1} | {second.Total} | {second.Percent:F1} |");
        }

        text.Append('\n');
    }

    private static void Errors(StringBuilder text, string kind, BoxScore score)
    {
        Line(text, $"\n| {kind} | field | true | read | confidence |\n|---|---|---|---|---:|");
        foreach (var receipt in score.Score.Receipts)
        {
            foreach (var key in Truth.Keys.Where(key => !receipt.IsRight(key)))
            {
                Line(text, $"| {receipt.Truth.File} | {key} | {receipt.Truth[key]} | {receipt.Actual[key]} | {receipt.Confidence[key]:F2} |");
            }
        }
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
