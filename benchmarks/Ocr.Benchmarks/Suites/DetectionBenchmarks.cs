using BenchmarkDotNet.Attributes;
using Ocr.Recognition;

namespace Ocr.Benchmarks.Suites;

/// <summary>One detection pass, per page: resizing, model, boxes; at the pack's scales.</summary>
public class DetectionBenchmarks
{
    private Bench _bench = null!;

    [Params("first look", "second look")]
    public string Scale { get; set; } = null!;

    [GlobalSetup]
    public void Open() => _bench = Bench.Open();

    [GlobalCleanup]
    public void Close() => _bench.Dispose();

    [Benchmark(OperationsPerInvoke = Bench.Receipts)]
    public int Detect()
    {
        var width = Scale == "first look" ? _bench.Detection.TargetWidths[0] : _bench.Detection.TargetWidths[^1];
        return _bench.Pages.Sum(page =>
            _bench.Detector.Detect(page, new PixelBox(0, 0, page.Width, page.Height), (double)width / page.Width, default).Count);
    }
}
