using System.Text;
using Ocr.Recognition;

namespace Ocr.OcrWorker.Tests;

/// <summary>A reader whose images are text with one word per line. A test can block it and decide when a reading ends.</summary>
internal sealed class FakeReader : IReceiptReader
{
    public const string Unreadable = "not an image";

    /// <summary>An image for which the reader throws an unexpected exception.</summary>
    public const string Poison = "poison";

    /// <summary>An image whose reading ignores its cancellation and ends with the reader, like native code that does not return.</summary>
    public const string Endless = "endless";

    private readonly ManualResetEventSlim _end = new();
    private int _reads;

    public string Model => "compact-1.0.0";

    public string Engines => "detector: onnxruntime";

    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Whether it fails for every image.</summary>
    public bool Broken { get; set; }

    /// <summary>How the images were turned.</summary>
    public PagePose Pose { get; set; } = PagePose.Upright;

    /// <summary>Set: readings end immediately. Reset: they wait.</summary>
    public ManualResetEventSlim Open { get; } = new(initialState: true);

    public ReadPage Read(
        ReadOnlyMemory<byte> image, ReadingProfile profile = ReadingProfile.Balanced, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        Open.Wait(TimeSpan.FromSeconds(30), cancellationToken);
        var text = Encoding.UTF8.GetString(image.Span);
        if (text == Endless)
        {
            _end.Wait(CancellationToken.None);
        }

        if (Broken || text == Poison)
        {
            throw new InvalidOperationException("An unexpected error.");
        }

        return text == Unreadable
            ? throw new ImageErrorException(ImageError.Truncated, "ends early")
            : new ReadPage { Width = 480, Height = 900, Words = Words(text), Pose = Pose, Timings = default };
    }

    public void Dispose()
    {
        _end.Set();
        Open.Dispose();
    }

    private static ReadWord[] Words(string text) =>
        [.. text.Split('\n').Select((word, i) => new ReadWord(word, 0.9f, new PixelBox(10, 20 * i, 90, (20 * i) + 15), i, i))];
}
