using System.Text;
using Ocr.Recognition;

namespace Ocr.OcrWorker.Tests;

/// <summary>A reader whose images are text: one word a line. It can be held, so that a test decides when a reading ends.</summary>
internal sealed class FakeReader : IReceiptReader
{
    public const string Unreadable = "not an image";

    private int _reads;

    public string Model => "compact-1.0.0";

    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Set: readings end at once. Reset: they wait.</summary>
    public ManualResetEventSlim Open { get; } = new(initialState: true);

    public ReadPage Read(
        ReadOnlyMemory<byte> image, ReadingProfile profile = ReadingProfile.Balanced, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        Open.Wait(TimeSpan.FromSeconds(30), cancellationToken);
        var text = Encoding.UTF8.GetString(image.Span);
        return text == Unreadable
            ? throw new ImageFaultException(ImageFault.Truncated, "ends early")
            : new ReadPage { Width = 480, Height = 900, Words = Words(text), Timings = default };
    }

    public void Dispose() => Open.Dispose();

    private static ReadWord[] Words(string text) =>
        [.. text.Split('\n').Select((word, i) => new ReadWord(word, 0.9f, new PixelBox(10, 20 * i, 90, (20 * i) + 15), i, i))];
}
