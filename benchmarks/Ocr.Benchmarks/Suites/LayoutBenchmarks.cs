using BenchmarkDotNet.Attributes;
using Ocr.Recognition;
using Ocr.Recognition.Reading;
using Ocr.Recognition.Transcription;

namespace Ocr.Benchmarks.Suites;

/// <summary>Words to lines and reading order, per page.</summary>
public class LayoutBenchmarks
{
    private Word[] _words = null!;

    [Params(40, 160, 640)]
    public int Words { get; set; }

    [GlobalSetup]
    public void Place() => _words =
        [.. Enumerable.Range(0, Words).Select(i =>
        {
            // A label, two words of a value, and every row a little askew; in an order that is not the reading order.
            var (column, row) = (i % 3, i / 3);
            var (x, y) = (20 + (column * 150), (row * 30) + (column * 2));
            return new Word("palabra", 0.9f, new PixelBox(x, y, x + 120, y + 20));
        }).OrderBy(word => word.Box.X0 * 31 % 97)];

    [Benchmark]
    public int Arrange() => PageBuilder.Build(_words).Count;
}
