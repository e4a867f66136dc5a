using System.Diagnostics;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;
using Ocr.Recognition.Packs;
using Ocr.Recognition.Reading;
using Ocr.Recognition.Rectification;
using Ocr.Recognition.Transcription;

namespace Ocr.Recognition;

/// <summary>Reads with a pack that <c>training/</c> made: one grey plane, scales chosen from the page, crops of any width.</summary>
internal sealed class CompactReader : IPageReader
{
    private readonly PackModels _models;
    private readonly UprightReader _upright;
    private readonly long _maxPixels;
    private readonly ConfidenceJudge? _confidence;

    private CompactReader(ModelPack pack, PackModels models, ReaderOptions options)
    {
        var manifest = pack.Manifest;
        Model = pack.Id;
        _models = models;
        _maxPixels = options.MaxPixels;
        _confidence = manifest.Confidence is { } confidence ? new ConfidenceJudge(confidence, manifest.Recognizer.Alphabet) : null;
        var scanner = new PageScanner(new TextDetector(models.Detector, manifest.Detector), manifest.Detector);
        _upright = new UprightReader(
            new UprightScanner(scanner, manifest.Detector.UnclipRatio), new WordReader(models, manifest));
    }

    public string Model { get; }

    /// <summary>Builds the sessions.</summary>
    /// <exception cref="ModelPackException">The models are of another shape than the manifest says.</exception>
    public static CompactReader Open(ModelPack pack, ReaderOptions options) =>
        new(pack, PackModels.Open(pack, options.IntraOpThreads), options);

    public ReadPage Read(ReadOnlyMemory<byte> image, ReadingProfile profile, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        cancellationToken.ThrowIfCancellationRequested();
        using var view = new PageView(ImageDecoder.Decode(image, _maxPixels), _maxPixels);
        var decoded = clock.Elapsed;
        cancellationToken.ThrowIfCancellationRequested();
        var words = _upright.Read(view, profile, cancellationToken);
        var read = clock.Elapsed;
        var arranged = PageBuilder.Build(words);
        arranged = _confidence?.Judge(arranged, profile) ?? arranged;
        return new ReadPage
        {
            Width = view.Plane.Width,
            Height = view.Plane.Height,
            Words = arranged,
            Pose = view.Pose,
            Timings = new StageTimings(decoded, view.Looking.Elapsed, read - decoded - view.Looking.Elapsed, clock.Elapsed - read),
        };
    }

    public void Dispose() => _models.Dispose();
}
