using BenchmarkDotNet.Attributes;
using Ocr.Recognition;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Packs;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Benchmarks.Suites;

/// <summary>The arithmetic around the models, on a phone screenshot's sizes; per page, except crop and CTC: per word of 128 columns.</summary>
public class KernelBenchmarks
{
    private readonly byte[] _color = new byte[1080 * 2400 * 4];
    private readonly byte[] _small = new byte[480 * 1067];
    private readonly float[] _map = new float[240 * 544];
    private readonly List<CtcSymbol> _symbols = [];
    private RecognizerSettings _settings = null!;
    private float[] _tensor = null!;
    private float[] _scores = null!;
    private GrayPlane _page = null!;

    [GlobalSetup]
    public void Fill()
    {
        _settings = ModelPack.Load(Assets.Pack).Manifest.Recognizer;
        _tensor = new float[_settings.Height * 128];
        _scores = new float[128 / _settings.TimeStepPixels * (_settings.Alphabet.Count + 1)];
        var random = new Random(1);
        _page = Noise(random);
        Array.Fill(_color, (byte)0xFF);
        for (var i = 0; i < _map.Length; i++)
        {
            _map[i] = i / 240 % 16 < 6 && i % 240 % 40 < 30 ? 4 : -6;
        }

        for (var i = 0; i < _scores.Length; i++)
        {
            _scores[i] = random.NextSingle() * 10;
        }
    }

    [GlobalCleanup]
    public void Close() => _page.Dispose();

    [Benchmark]
    public void ColorToGray() => Luminance.FromPremultiplied(_color, _page.Pixels);

    [Benchmark]
    public void ResizePage() => Resampler.Resize(_page, new PixelBox(0, 0, 1080, 2400), _small, 480, 1067);

    [Benchmark]
    public int LabelComponents() => ComponentLabeler.Label(_map, 240, 240, 534, -0.4f).Count;

    [Benchmark]
    public void FillCrop() => CropFiller.Fill(_page, new Crop(new PixelBox(100, 100, 280, 150), 115), _tensor, 128, _settings, inverted: false);

    [Benchmark]
    public void DecodeCtc() => CtcDecoder.Decode(_scores, _settings.Alphabet.Count + 1, _symbols);

    private static GrayPlane Noise(Random random)
    {
        var page = new GrayPlane(1080, 2400);
        random.NextBytes(page.Pixels);
        return page;
    }
}
