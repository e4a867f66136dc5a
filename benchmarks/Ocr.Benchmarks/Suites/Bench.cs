using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;
using Ocr.Recognition.Packs;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Benchmarks.Suites;

/// <summary>The stages of the shipped pack in one thread, and some of the committed receipts as input.</summary>
internal sealed class Bench : IDisposable
{
    /// <summary>Receipts per operation of a suite.</summary>
    public const int Receipts = 8;

    private readonly PackModels _models;

    private Bench()
    {
        var pack = ModelPack.Load(Assets.Pack);
        Detection = pack.Manifest.Detector;
        Recognition = pack.Manifest.Recognizer;
        _models = PackModels.Open(pack, threads: 1);
        Detector = new TextDetector(_models.Detector, Detection);
        Recognizer = new WordRecognizer(_models.Recognizer, Recognition);
        Images = [.. Assets.Images(Assets.Receipts).Take(Receipts).Select(File.ReadAllBytes)];
        Pages = [.. Images.Select(image => ImageDecoder.Decode(image, long.MaxValue))];
    }

    public DetectorSettings Detection { get; }

    public RecognizerSettings Recognition { get; }

    public TextDetector Detector { get; }

    public WordRecognizer Recognizer { get; }

    public IReadOnlyList<byte[]> Images { get; }

    public IReadOnlyList<GrayPlane> Pages { get; }

    public static Bench Open() => new();

    public void Dispose()
    {
        _models.Dispose();
        foreach (var page in Pages)
        {
            page.Dispose();
        }
    }
}
