using BenchmarkDotNet.Attributes;
using Ocr.Recognition;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;

namespace Ocr.Benchmarks;

/// <summary>The arithmetic around the models, on a phone screenshot's sizes.</summary>
[MemoryDiagnoser]
public class KernelBenchmarks
{
    private GreyPlane _page = null!;
    private readonly byte[] _colour = new byte[1080 * 2400 * 4];
    private readonly byte[] _small = new byte[480 * 1067];
    private readonly float[] _logits = new float[240 * 544];

    [GlobalSetup]
    public void Fill()
    {
        _page = Noise(1080, 2400);
        Array.Fill(_colour, (byte)0xFF);
        for (var i = 0; i < _logits.Length; i++)
        {
            _logits[i] = i / 240 % 16 < 6 && i % 240 % 40 < 30 ? 4 : -6;
        }
    }

    [GlobalCleanup]
    public void Close() => _page.Dispose();

    [Benchmark]
    public void ColourToGrey() => Luminance.FromPremultiplied(_colour, _page.Pixels);

    [Benchmark]
    public void ResizePage() => Resampler.Resize(_page, new PixelBox(0, 0, 1080, 2400), _small, 480, 1067);

    [Benchmark]
    public int LabelComponents() => ComponentLabeller.Label(_logits, 240, 240, 534, -0.4f).Count;

    private static GreyPlane Noise(int width, int height)
    {
        var plane = new GreyPlane(width, height);
        new Random(1).NextBytes(plane.Pixels);
        return plane;
    }
}
