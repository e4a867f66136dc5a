using System.Diagnostics;
using Ocr.Corpus;
using Ocr.Extractor.Engine;

namespace Ocr.ReceiptCli.Scoring;

/// <summary>The score of one kind of reading of the corpus.</summary>
/// <param name="Score">Fields and layouts.</param>
/// <param name="Destroyed">Number of fields with an unrecoverable digit or letter.</param>
internal sealed record BoxScore(FolderScore Score, int Destroyed);

/// <summary>Reads generated receipts as word boxes: unchanged, or with reading errors.</summary>
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
