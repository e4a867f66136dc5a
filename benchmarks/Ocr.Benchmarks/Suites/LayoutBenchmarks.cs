using BenchmarkDotNet.Attributes;
using Ocr.Recognition;
using Ocr.Recognition.Reading;
using Ocr.Recognition.TextRecognition;

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
            // A label, two words of a value, and every row slightly tilted; the words are not in reading order.
            var (column, row) = (i % 3, i / 3);
            var (x, y) = (20 + (column * 150), (row * 30) + (column * 2));
            return new Word("palabra", 0.9f, new PixelBox(x, y, x + 120, y + 20));
        }).OrderBy(word => word.Box.X0 * 31 % 97)];

    [Benchmark]
    public int Arrange() => ReadPageBuilder.Build(_words).Count;
}
