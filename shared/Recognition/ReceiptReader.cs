using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;
using Ocr.Recognition.Packs;
using Ocr.Recognition.Reading;
using Ocr.Recognition.Transcription;

namespace Ocr.Recognition;

/// <summary>The reader: decode, detect, recognise, arrange.</summary>
public sealed class ReceiptReader : IReceiptReader
{
    private readonly PackModels _models;
    private readonly PageScanner _scanner;
    private readonly WordRecognizer _recognizer;
    private readonly long _maxPixels;

    private ReceiptReader(ModelPack pack, PackModels models, ReaderOptions options)
    {
        var manifest = pack.Manifest;
        Model = pack.Id;
        _models = models;
        _maxPixels = options.MaxPixels;
        _scanner = new PageScanner(new TextDetector(models.Detector, manifest.Detector), manifest.Detector);
        _recognizer = new WordRecognizer(models.Recognizer, manifest.Recognizer);
    }

    /// <inheritdoc/>
    public string Model { get; }

    /// <summary>Validates a model pack and builds its sessions; a reader exists ready or not at all.</summary>
    /// <param name="packFolder">Folder with <c>manifest.json</c>.</param>
    /// <param name="options">Settings; defaults when <see langword="null"/>.</param>
    /// <exception cref="ModelPackException">The pack is missing, incomplete, altered, or of another shape than its manifest says.</exception>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public static ReceiptReader Create(string packFolder, ReaderOptions? options = null)
    {
        options ??= new ReaderOptions();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        var pack = ModelPack.Load(packFolder);
        return new ReceiptReader(pack, PackModels.Open(pack, options.IntraOpThreads), options);
    }

    /// <inheritdoc/>
    public ReadPage Read(
        ReadOnlyMemory<byte> image, ReadingProfile profile = ReadingProfile.Balanced, CancellationToken cancellationToken = default)
    {
        var clock = Stopwatch.StartNew();
        cancellationToken.ThrowIfCancellationRequested();
        using var page = ImageDecoder.Decode(image, _maxPixels);
        var decoded = clock.Elapsed;
        cancellationToken.ThrowIfCancellationRequested();
        var regions = _scanner.Scan(page, profile, cancellationToken);
        var detected = clock.Elapsed;
        var words = _recognizer.Recognize(page, regions, cancellationToken);
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

    /// <inheritdoc/>
    public void Dispose() => _models.Dispose();
}
