using BenchmarkDotNet.Attributes;
using Ocr.Contracts;
using Ocr.Corpus;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;

namespace Ocr.Benchmarks.Suites;

/// <summary>Extracts fields from generated receipts of every layout with reading errors; the time is the mean per receipt.</summary>
[MemoryDiagnoser]
[MedianColumn]
public class ExtractionBenchmarks
{
    private const int Layouts = 22;
    private const int OfEach = 8;

    /// <summary>Passes before the measurement: with tiered compilation the first three thousand receipts of a process take several times as long.</summary>
    private const int WarmUps = 50;

    private RuleSet _ruleSet = null!;
    private FieldModel _fieldModel = null!;
    private ExtractionEngine _rules = null!;
    private ExtractionEngine _engine = null!;
    private (IReadOnlyList<WordBox> Words, int Width, int Height)[] _receipts = null!;

    [GlobalSetup]
    public void Load()
    {
        _ruleSet = RuleSet.Load(Path.Combine(Assets.Root, "rules", "extraction_rules.json"));
        _fieldModel = FieldModel.Load(Path.Combine(Assets.Root, "models", "fields"));
        _rules = new ExtractionEngine(_ruleSet);
        _engine = new ExtractionEngine(_ruleSet, _fieldModel);
        _receipts = [.. Gallery.Corpus(seed: 1, OfEach).Select((sample, i) =>
        {
            var read = Noise.Add(sample.Screen, i);
            return (read.Words, sample.Screen.Width, read.Height);
        })];
        if (_receipts.Length != Layouts * OfEach)
        {
            throw new InvalidOperationException($"{_receipts.Length} receipts: set {nameof(Layouts)} to the number of layouts");
        }

        for (var i = 0; i < WarmUps; i++)
        {
            Extract();
            Rules();
        }
    }

    /// <summary>Rows and segments of the words.</summary>
    [Benchmark(OperationsPerInvoke = Layouts * OfEach)]
    public int Layout() => _receipts.Sum(receipt => LayoutBuilder.Build(receipt.Words, receipt.Width, receipt.Height).Tokens.Count);

    /// <summary>Layout, features and network.</summary>
    [Benchmark(OperationsPerInvoke = Layouts * OfEach)]
    public int Model() => _receipts.Sum(receipt => _fieldModel.Score(LayoutBuilder.Build(receipt.Words, receipt.Width, receipt.Height), _ruleSet).Count);

    /// <summary>Only the rules.</summary>
    [Benchmark(OperationsPerInvoke = Layouts * OfEach)]
    public int Rules() => _receipts.Sum(receipt => _rules.Extract(receipt.Words, receipt.Width, receipt.Height).Fields.Count);

    /// <summary>Rules and model together, as in the services.</summary>
    [Benchmark(OperationsPerInvoke = Layouts * OfEach)]
    public int Extract() => _receipts.Sum(receipt => _engine.Extract(receipt.Words, receipt.Width, receipt.Height).Fields.Count);
}
