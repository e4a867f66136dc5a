namespace Ocr.ReceiptCli.Scoring;

/// <summary>Fields whose confidence is in one bin, and the number of right ones.</summary>
/// <param name="From">Lower edge; the upper one is the next bin's.</param>
/// <param name="Share">Share of right fields.</param>
/// <param name="Mean">Mean confidence, 0–1.</param>
internal sealed record Reliability(double From, Share Share, double Mean)
{
    private static readonly double[] Edges = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99];

    /// <summary>Returns the bins of all fields with a value.</summary>
    public static IEnumerable<Reliability> Of(IEnumerable<ScoredReceipt> receipts)
    {
        var given = (from receipt in receipts
                     from key in Truth.Keys
                     where receipt.Actual[key].Length > 0
                     select (Confidence: receipt.Confidence[key], Right: receipt.IsRight(key))).ToList();
        for (var i = 0; i < Edges.Length; i++)
        {
            var (low, high) = (Edges[i], i + 1 < Edges.Length ? Edges[i + 1] : double.MaxValue);
            var inside = given.FindAll(field => field.Confidence >= low && field.Confidence < high);
            yield return new Reliability(low, Share.Of(inside, field => field.Right), inside.Count == 0 ? 0 : inside.Average(field => field.Confidence));
        }
    }
}
