using BenchmarkDotNet.Attributes;
using Ocr.Contracts;
using Ocr.Corpus;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;

namespace Ocr.Benchmarks.Suites;

/// <summary>Words to fields, a receipt an operation, over made-up receipts of every layout with the reader's noise.</summary>
[MemoryDiagnoser]
[MedianColumn]
public class ExtractionBenchmarks
{
    private const int OfEach = 8;

    private ExtractionEngine _engine = null!;
    private (IReadOnlyList<WordBox> Words, int Width, int Height)[] _receipts = null!;
    private int _next;

    [GlobalSetup]
    public void Load()
    {
        _engine = new ExtractionEngine(RuleSet.Load(Path.Combine(Assets.Root, "rules", "extraction_rules.json")));
        _receipts = [.. Gallery.Corpus(seed: 1, OfEach).Select((sample, i) =>
        {
            var read = Noise.Add(sample.Screen, i);
            return (read.Words, sample.Screen.Width, read.Height);
        })];
    }

    [Benchmark]
    public int Extract()
    {
        var (words, width, height) = _receipts[_next++ % _receipts.Length];
        return _engine.Extract(words, width, height).Fields.Count;
    }
}
