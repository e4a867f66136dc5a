using System.Diagnostics;
using Ocr.Corpus;
using Ocr.Extractor.Engine;

namespace Ocr.ReceiptCli.Scoring;

/// <summary>One kind of reading of the corpus held against its truth.</summary>
/// <param name="Score">Fields and layouts.</param>
/// <param name="Destroyed">Fields that lost a digit or a letter for good.</param>
internal sealed record BoxScore(FolderScore Score, int Destroyed);

/// <summary>Reads made-up receipts as word boxes: as they are, or with the reader's noise.</summary>
internal sealed class BoxScorer(ExtractionEngine engine, int seed, int ofEach)
{
    public BoxScore Clean() => Read(Noise.None);

    public BoxScore Noisy() => Read(Noise.Add);

    private BoxScore Read(Func<Screen, int, ReadScreen> reading)
    {
        var destroyed = 0;
        var receipts = Gallery.Corpus(seed, ofEach).Select((sample, i) =>
        {
            var read = reading(sample.Screen, (seed * 31) + i);
            destroyed += read.Destroyed.Count;
            var truth = new Truth(
                $"{sample.Layout}-{i:0000}", sample.Layout, Contracts.FieldKeys.All.ToDictionary(key => key, key => read.Expected(sample, key)), read.Expected(sample, Truth.NameKey));
            var started = Stopwatch.GetTimestamp();
            var receipt = engine.Extract(read.Words, sample.Screen.Width, read.Height);
            return ScoredReceipt.Of(truth, receipt, Stopwatch.GetElapsedTime(started));
        }).ToList();
        return new BoxScore(new FolderScore($"rules {engine.RulesVersion}", receipts), destroyed);
    }
}
