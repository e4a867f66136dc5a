using BenchmarkDotNet.Attributes;
using Ocr.Contracts;
using Ocr.Corpus;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;

namespace Ocr.Benchmarks.Suites;

/// <summary>Words to fields, over made-up receipts of every layout with the reader's noise: the mean of all of them.</summary>
[MemoryDiagnoser]
[MedianColumn]
public class ExtractionBenchmarks
{
    private const int Layouts = 22;
    private const int OfEach = 8;

    /// <summary>The runtime compiles what runs often anew, in several steps: the first three thousand receipts of a process take several times as long.</summary>
    private const int WarmUps = 50;

    private ExtractionEngine _engine = null!;
    private (IReadOnlyList<WordBox> Words, int Width, int Height)[] _receipts = null!;

    [GlobalSetup]
    public void Load()
    {
        _engine = new ExtractionEngine(RuleSet.Load(Path.Combine(Assets.Root, "rules", "extraction_rules.json")));
        _receipts = [.. Gallery.Corpus(seed: 1, OfEach).Select((sample, i) =>
        {
            var read = Noise.Add(sample.Screen, i);
            return (read.Words, sample.Screen.Width, read.Height);
        })];
        if (_receipts.Length != Layouts * OfEach)
        {
            throw new InvalidOperationException($"{_receipts.Length} receipts: set {nameof(Layouts)} to the layouts there are");
        }

        for (var i = 0; i < WarmUps; i++)
        {
            Extract();
        }
    }

    [Benchmark(OperationsPerInvoke = Layouts * OfEach)]
    public int Extract()
    {
        var fields = 0;
        foreach (var (words, width, height) in _receipts)
        {
            fields += _engine.Extract(words, width, height).Fields.Count;
        }

        return fields;
    }
}
