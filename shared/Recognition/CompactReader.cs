using System.Diagnostics;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;
using Ocr.Recognition.Packs;
using Ocr.Recognition.Reading;
using Ocr.Recognition.Transcription;

namespace Ocr.Recognition;

/// <summary>Reads with a pack that <c>training/</c> made: one grey plane, scales chosen from the page, crops of any width.</summary>
internal sealed class CompactReader : IPageReader
{
    private readonly PackModels _models;
    private readonly PageScanner _scanner;
    private readonly WordReader _words;
    private readonly long _maxPixels;

    private CompactReader(ModelPack pack, PackModels models, ReaderOptions options)
    {
        var manifest = pack.Manifest;
        Model = pack.Id;
        _models = models;
        _maxPixels = options.MaxPixels;
        _scanner = new PageScanner(new TextDetector(models.Detector, manifest.Detector), manifest.Detector);
        _words = new WordReader(models, manifest);
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
        using var page = ImageDecoder.Decode(image, _maxPixels);
        var decoded = clock.Elapsed;
        cancellationToken.ThrowIfCancellationRequested();
        var regions = _scanner.Scan(page, profile, cancellationToken);
        var detected = clock.Elapsed;
        var words = _words.Read(page, regions, profile, cancellationToken);
        var recognized = clock.Elapsed;
        var arranged = PageBuilder.Build(words);
        return new ReadPage
        {
            Width = page.Width,
            Height = page.Height,
            Words = arranged,
            Timings = new StageTimings(decoded, detected - decoded, recognized - detected, clock.Elapsed - recognized),
        };
    }

    public void Dispose() => _models.Dispose();
}
