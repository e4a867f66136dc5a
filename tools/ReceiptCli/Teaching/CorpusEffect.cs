using Ocr.Extractor.Engine;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Teaching;

/// <summary>The score of a draft of the rules on the corpus of word boxes: every layout, the seeds for developing rules, clean and with noise.</summary>
internal sealed class CorpusEffect
{
    private const int OfEach = 24;
    private static readonly int[] Seeds = [1, 2];

    private CorpusEffect(IReadOnlyList<(string Name, FolderScore Score)> readings) => Readings = readings;

    /// <summary>Scores by seed and kind of reading.</summary>
    public IReadOnlyList<(string Name, FolderScore Score)> Readings { get; }

    public static CorpusEffect Of(ExtractionEngine engine)
    {
        var kinds = Seeds.SelectMany(seed => ((string, Func<BoxScorer, BoxScore>)[])
            [($"seed {seed}, clean", scorer => scorer.Clean()), ($"seed {seed}, with noise", scorer => scorer.Noisy())], (seed, kind) => (seed, kind)).ToList();
        return new CorpusEffect([.. kinds.AsParallel().AsOrdered()
            .Select(item => (item.kind.Item1, item.kind.Item2(new BoxScorer(engine, item.seed, OfEach)).Score))]);
    }

    /// <summary>Returns fields that are wrong more often than before, with the first receipts of each.</summary>
    public IEnumerable<string> WorseThan(CorpusEffect before) =>
        from pair in Readings.Zip(before.Readings)
        from key in Truth.Keys
        let lost = pair.First.Score.Receipts.Zip(pair.Second.Score.Receipts).Where(receipt => !receipt.First.IsRight(key) && receipt.Second.IsRight(key)).Select(receipt => receipt.First).ToList()
        let won = pair.First.Score.Receipts.Zip(pair.Second.Score.Receipts).Count(receipt => receipt.First.IsRight(key) && !receipt.Second.IsRight(key))
        where lost.Count > won
        select $"{pair.First.Name}: {key} wrong on {lost.Count - won} more, as {lost[0].Truth.File}: '{lost[0].Truth[key]}' read as '{lost[0].Actual[key]}'";
}
