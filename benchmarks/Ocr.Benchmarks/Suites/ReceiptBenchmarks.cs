using BenchmarkDotNet.Attributes;
using Ocr.Recognition;

namespace Ocr.Benchmarks.Suites;

/// <summary>Bytes to words, per receipt.</summary>
public class ReceiptBenchmarks
{
    private byte[][] _images = null!;
    private ReceiptReader _reader = null!;

    [ParamsAllValues]
    public ReadingProfile Profile { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _images = [.. Assets.Images(Assets.Receipts).Take(Bench.Receipts).Select(File.ReadAllBytes)];
        _reader = ReceiptReader.Create(Assets.Pack);
    }

    [GlobalCleanup]
    public void Close() => _reader.Dispose();

    [Benchmark(OperationsPerInvoke = Bench.Receipts)]
    public int Read() => _images.Sum(image => _reader.Read(image, Profile).Words.Count);
}
