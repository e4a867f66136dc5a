using System.Globalization;
using System.Text;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Reports;

/// <summary>Formats a score as Markdown tables.</summary>
internal static class ScoreMarkdown
{
    private const int MaxErrors = 200;

    public static string Write(FolderScore score)
    {
        var text = new StringBuilder();
        Line(text, $"{score.Receipts.Count} receipts read with {score.Model}.\n");
        Line(text, $"| | right | of | % |\n|---|---:|---:|---:|");
        Row(text, "fields printed or claimed", score.Stated);
        Row(text, "fields printed", score.Printed);
        Row(text, "all sixteen fields", score.All);
        Row(text, "receipts that meet the success rule", score.Success);
        Line(text, $"\nSeconds an image: median {score.Seconds(0.5):F3}, 95 % within {score.Seconds(0.95):F3}.\n");
        Fields(text, score);
        Layouts(text, score);
        Confidence(text, score.Receipts);
        Errors(text, score);
        return text.ToString().TrimEnd();
    }

    private static void Fields(StringBuilder text, FolderScore score)
    {
        Line(text, $"| field (where printed or claimed) | right | of | % | % but for case, accents, blanks |\n|---|---:|---:|---:|---:|");
        foreach (var key in Truth.Keys)
        {
            var (share, alike) = (score.Field(key), score.FieldAlike(key));
            Line(text, $"| {key} | {share.Right} | {share.Total} | {share.Percent:F1} | {alike.Percent:F1} |");
        }
    }

    private static void Layouts(StringBuilder text, FolderScore score)
    {
        Line(text, $"\n| layout | receipts | fields % | success % |\n|---|---:|---:|---:|");
        foreach (var (layout, part) in score.ByLayout)
        {
            Line(text, $"| {layout} | {part.Receipts.Count} | {part.Stated.Percent:F1} | {part.Success.Percent:F1} |");
        }
    }

    /// <summary>Formats how well confidences match the share of right fields.</summary>
    public static void Confidence(StringBuilder text, IEnumerable<ScoredReceipt> receipts)
    {
        Line(text, $"\n| confidence | fields | right % | mean confidence % |\n|---|---:|---:|---:|");
        foreach (var bin in Reliability.Of(receipts))
        {
            Line(text, $"| ≥ {bin.From} | {bin.Share.Total} | {bin.Share.Percent:F1} | {100 * bin.Mean:F1} |");
        }
    }

    private static void Errors(StringBuilder text, FolderScore score)
    {
        var errors = (from receipt in score.Receipts
                      from key in Truth.Keys
                      where !receipt.IsRight(key)
                      select $"| {receipt.Truth.File} | {key} | {Cell(receipt.Truth[key])} | {Cell(receipt.Actual[key])} |").ToList();
        if (errors.Count == 0)
        {
            return;
        }

        Line(text, $"\n| image | field | true | read |\n|---|---|---|---|");
        errors.Take(MaxErrors).ToList().ForEach(error => Line(text, $"{error}"));
        if (errors.Count > MaxErrors)
        {
            Line(text, $"\n{errors.Count - MaxErrors} more are not shown.");
        }
    }

    private static void Row(StringBuilder text, string name, Share share) =>
        Line(text, $"| {name} | {share.Right} | {share.Total} | {share.Percent:F2} |");

    private static string Cell(string value) => value.Replace("|", "\\|", StringComparison.Ordinal);

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
