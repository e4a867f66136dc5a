using Ocr.Contracts;

namespace Ocr.ReceiptCli.Scoring;

/// <summary>The score of a folder.</summary>
/// <param name="Model">Name and version of the model pack.</param>
/// <param name="Receipts">Receipts ordered by name.</param>
internal sealed record FolderScore(string Model, IReadOnlyList<ScoredReceipt> Receipts)
{
    /// <summary>All sixteen fields of all receipts, including blank ones.</summary>
    public Share All => Fields((_, _) => true);

    /// <summary>The fields that receipts print.</summary>
    public Share Printed => Fields((receipt, key) => receipt.Truth[key].Length > 0);

    /// <summary>The fields that are printed or were returned: the strictest of the three, used for thresholds.</summary>
    public Share Stated => Fields((receipt, key) => receipt.IsStated(key));

    /// <summary>Receipts that meet the users' success rule.</summary>
    public Share Success => Share.Of(Receipts, receipt => receipt.Succeeds);

    /// <summary>Scores by layout, ordered by name.</summary>
    public IEnumerable<(string Layout, FolderScore Score)> ByLayout =>
        Receipts.GroupBy(receipt => receipt.Truth.Layout, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, this with { Receipts = [.. group] }));

    /// <summary>One field where it is printed or was returned.</summary>
    public Share Field(string key) =>
        Share.Of(Receipts.Where(receipt => receipt.IsStated(key)), receipt => receipt.IsRight(key));

    /// <summary>One field where it is printed or was returned, ignoring case, accents and blanks.</summary>
    public Share FieldAlike(string key) => Share.Of(
        Receipts.Where(receipt => receipt.IsStated(key)), receipt => FieldComparison.IsAlike(receipt.Truth[key], receipt.Actual[key]));

    /// <summary>Seconds per image at a quantile 0–1.</summary>
    public double Seconds(double quantile)
    {
        double[] sorted = [.. Receipts.Select(receipt => receipt.Time.TotalSeconds).Order()];
        return sorted.Length == 0 ? 0 : sorted[(int)Math.Round(quantile * (sorted.Length - 1))];
    }

    private Share Fields(Func<ScoredReceipt, string, bool> counts) => Share.Of(
        Receipts.SelectMany(receipt => FieldKeys.All.Where(key => counts(receipt, key)).Select(key => (receipt, key))),
        item => item.receipt.IsRight(item.key));
}
