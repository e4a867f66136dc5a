using System.Diagnostics;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Reading;

namespace Ocr.Recognition.OnnxTr;

/// <summary>
/// Reads with OnnxTR's models. Up to the words every step is OnnxTR's; lines and reading order are this project's. Every profile runs one
/// detection pass at the size for which the detector was trained.
/// </summary>
internal sealed class OnnxTrReader : IPageReader
{
    private readonly OnnxTrModels _models;
    private readonly PageDetector _detector;
    private readonly CropReader _words;
    private readonly long _maxPixels;
    private readonly WordBudget _budget;

    private OnnxTrReader(OnnxTrPack pack, OnnxTrModels models, ReaderOptions options)
    {
        Model = pack.Id;
        _models = models;
        _maxPixels = options.MaxPixels;
        _budget = new WordBudget(options.MaxWords);
        _detector = new PageDetector(models.Detector, pack.Settings.Detector);
        _words = new CropReader(models.Recognizer, pack.Settings.Recognizer);
    }

    public string Model { get; }

    public string Engines => "onnxruntime";

    /// <summary>Creates the sessions.</summary>
    /// <exception cref="ModelPackException">The models violate OnnxTR's contract.</exception>
    public static OnnxTrReader Open(OnnxTrPack pack, ReaderOptions options) =>
        new(pack, OnnxTrModels.Open(pack, options.IntraOpThreads), options);

    public ReadPage Read(ReadOnlyMemory<byte> image, ReadingProfile profile, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        cancellationToken.ThrowIfCancellationRequested();
        using var page = ColorReader.Decode(image, _maxPixels);
        var decoded = clock.Elapsed;
        cancellationToken.ThrowIfCancellationRequested();
        var boxes = _detector.Detect(page);
        var detected = clock.Elapsed;
        _budget.Check(boxes.Count);
        var words = _words.Read(page, boxes, cancellationToken);
        var recognized = clock.Elapsed;
        var arranged = ReadPageBuilder.Arrange(words.Where(word => word.Text.Length > 0));
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
