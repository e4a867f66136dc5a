using System.Diagnostics;
using Ocr.Recognition.Amounts;
using Ocr.Recognition.ColorText;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;
using Ocr.Recognition.Packs;
using Ocr.Recognition.Reading;
using Ocr.Recognition.Rectification;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition;

/// <summary>Reads with a pack that <c>training/</c> created: one gray plane, scales chosen per page, crops of any width.</summary>
internal sealed class CompactReader : IPageReader
{
    private readonly PackModels _models;
    private readonly UprightReader _upright;
    private readonly FigureFinder _figures;
    private readonly AmountRefiner _amounts;
    private readonly ColorTextReader _colorText;
    private readonly long _maxPixels;
    private readonly ConfidenceEstimator? _confidence;

    private CompactReader(ModelPack pack, PackModels models, ReaderOptions options)
    {
        var manifest = pack.Manifest;
        Model = pack.Id;
        _models = models;
        _maxPixels = options.MaxPixels;
        _confidence = manifest.Confidence is { } confidence ? new ConfidenceEstimator(confidence, manifest.Recognizer.Alphabet) : null;
        var scanner = new PageScanner(new TextDetector(models.Detector, manifest.Detector), manifest.Detector);
        var words = new WordReader(models, manifest);
        _upright = new UprightReader(new UprightScanner(scanner, manifest.Detector.UnclipRatio), words, new WordBudget(options.MaxWords));
        _figures = new FigureFinder(scanner, words);
        _amounts = new AmountRefiner(new PartReader(words));
        _colorText = new ColorTextReader(scanner, words, _confidence, options.MaxPixels);
    }

    public string Model { get; }

    public string Engines => _models.Engines;

    /// <summary>Creates the sessions.</summary>
    /// <exception cref="ModelPackException">The models do not match the manifest.</exception>
    public static CompactReader Open(ModelPack pack, ReaderOptions options) =>
        new(pack, PackModels.Open(pack, options.IntraOpThreads, options.Engine), options);

    public ReadPage Read(ReadOnlyMemory<byte> image, ReadingProfile profile, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        cancellationToken.ThrowIfCancellationRequested();
        var plane = ImageDecoder.Decode(image, _maxPixels);
        var colorEdges = plane.ColorEdges;
        using var view = new PageView(plane, _maxPixels);
        var decoded = clock.Elapsed;
        cancellationToken.ThrowIfCancellationRequested();
        var words = _upright.Read(view, profile, cancellationToken);
        words = _colorText.Add(image, colorEdges, view, words, profile, cancellationToken);
        words = _figures.Find(view, words, profile, cancellationToken);
        words = _amounts.Refine(view.Plane, words, profile, cancellationToken);
        var read = clock.Elapsed;
        var arranged = ReadPageBuilder.Build(words);
        arranged = _confidence?.Estimate(arranged, profile) ?? arranged;
        return new ReadPage
        {
            Width = view.Plane.Width,
            Height = view.Plane.Height,
            Words = arranged,
            Pose = view.Pose,
            Timings = new StageTimings(decoded, view.DetectionTime.Elapsed, read - decoded - view.DetectionTime.Elapsed, clock.Elapsed - read),
        };
    }

    public void Dispose() => _models.Dispose();
}
