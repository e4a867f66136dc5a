using BenchmarkDotNet.Attributes;
using Ocr.Recognition;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;
using Ocr.Recognition.Packs;
using Ocr.Recognition.Transcription;

namespace Ocr.Benchmarks;

/// <summary>Stages and the whole, over eight of the committed receipts; one thread. Judge ratios, not times: machines differ.</summary>
[MemoryDiagnoser]
public class ReaderBenchmarks
{
    private const int Receipts = 8;

    private readonly List<byte[]> _images = [];
    private readonly List<GreyPlane> _pages = [];
    private readonly List<List<TextRegion>> _regions = [];
    private PackModels? _models;
    private TextDetector? _detector;
    private WordRecognizer? _recognizer;
    private ReceiptReader? _reader;
    private int _width;

    [GlobalSetup]
    public void Open()
    {
        var pack = ModelPack.Load(Assets.Pack);
        _models = PackModels.Open(pack, threads: 1);
        _width = pack.Manifest.Detector.TargetWidths[0];
        _detector = new TextDetector(_models.Detector, pack.Manifest.Detector);
        _recognizer = new WordRecognizer(_models.Recognizer, pack.Manifest.Recognizer);
        _reader = ReceiptReader.Create(Assets.Pack);
        foreach (var file in Assets.Images(Assets.Receipts).Take(Receipts))
        {
            _images.Add(File.ReadAllBytes(file));
            _pages.Add(ImageDecoder.Decode(_images[^1], long.MaxValue));
            _regions.Add(_detector.Detect(_pages[^1], _width));
        }
    }

    [GlobalCleanup]
    public void Close()
    {
        _reader?.Dispose();
        _models?.Dispose();
        _pages.ForEach(page => page.Dispose());
    }

    [Benchmark(OperationsPerInvoke = Receipts)]
    public void Decode() => _images.ForEach(image => ImageDecoder.Decode(image, long.MaxValue).Dispose());

    [Benchmark(OperationsPerInvoke = Receipts)]
    public int Detect() => _pages.Sum(page => _detector!.Detect(page, _width).Count);

    [Benchmark(OperationsPerInvoke = Receipts)]
    public int Recognize() => _pages.Zip(_regions).Sum(item => _recognizer!.Read(item.First, item.Second, CropView.Plain, default).Length);

    [Benchmark(OperationsPerInvoke = Receipts)]
    public int WholeReceipt() => _images.Sum(image => _reader!.Read(image).Words.Count);
}
