using BenchmarkDotNet.Attributes;
using Ocr.Recognition.Detection;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Benchmarks.Suites;

/// <summary>Crops and reads words of one width. The time per word shows the effect of the batch size.</summary>
public class RecognitionBenchmarks
{
    private const int Words = 32;

    private Bench _bench = null!;
    private List<TextRegion>[] _batches = null!;

    [Params(1, 2, 4, 8, 16, 32)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _bench = Bench.Open();
        var page = _bench.Pages.MaxBy(plane => plane.Width)!;
        var regions = Enumerable.Range(0, Words).Select(i =>
        {
            // Four words per row, about five characters each.
            var (x, y) = (10 + (i % 4 * (page.Width - 20) / 4), 20 + (i / 4 * 40));
            return new TextRegion(x, y, x + 60, y + 24, 1);
        });
        _batches = [.. regions.Chunk(Batch).Select(chunk => chunk.ToList())];
    }

    [GlobalCleanup]
    public void Close() => _bench.Dispose();

    [Benchmark(OperationsPerInvoke = Words)]
    public void Recognize()
    {
        var page = _bench.Pages.MaxBy(plane => plane.Width)!;
        foreach (var batch in _batches)
        {
            _bench.Recognizer.Read(page, batch, TestTimeAugmentation.Plain, default);
        }
    }
}
