using System.Diagnostics;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Reading;

namespace Ocr.Recognition.OnnxTr;

/// <summary>
/// Reads with OnnxTR's models, step by step as OnnxTR does up to the words; lines and reading order are ours. Every profile looks once, at
/// the size that the detector was made for.
/// </summary>
internal sealed class OnnxTrReader : IPageReader
{
    private readonly OnnxTrModels _models;
    private readonly PageDetector _detector;
    private readonly CropReader _words;
    private readonly long _maxPixels;

    private OnnxTrReader(OnnxTrPack pack, OnnxTrModels models, ReaderOptions options)
    {
        Model = pack.Id;
        _models = models;
        _maxPixels = options.MaxPixels;
        _detector = new PageDetector(models.Detector, pack.Settings.Detector);
        _words = new CropReader(models.Recognizer, pack.Settings.Recognizer);
    }

    public string Model { get; }

    /// <summary>Builds the sessions.</summary>
    /// <exception cref="ModelPackException">The models do not keep OnnxTR's contract.</exception>
    public static OnnxTrReader Open(OnnxTrPack pack, ReaderOptions options) =>
        new(pack, OnnxTrModels.Open(pack, options.IntraOpThreads), options);

    public ReadPage Read(ReadOnlyMemory<byte> image, ReadingProfile profile, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        cancellationToken.ThrowIfCancellationRequested();
        using var page = ColourReader.Decode(image, _maxPixels);
        var decoded = clock.Elapsed;
        cancellationToken.ThrowIfCancellationRequested();
        var boxes = _detector.Detect(page);
        var detected = clock.Elapsed;
        var words = _words.Read(page, boxes, cancellationToken);
        var recognized = clock.Elapsed;
        var arranged = PageBuilder.Arrange(words.Where(word => word.Text.Length > 0));
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
