using SkiaSharp;

namespace Ocr.Recognition.Tests;

/// <summary>A page with too many words is rejected before any word is read.</summary>
public sealed class WordBudgetTests : IDisposable
{
    private const int MaxWords = 100;

    private readonly ReceiptReader _reader = ReceiptReader.Create(Repository.Pack, new ReaderOptions { MaxWords = MaxWords });

    public void Dispose() => _reader.Dispose();

    [Fact]
    public void An_image_with_fewer_words_is_read() => Assert.InRange(_reader.Read(Stacked(1)).Words.Count, 10, MaxWords);

    [Fact]
    public void An_image_with_more_words_is_rejected_with_the_reason() =>
        Assert.Equal(ImageError.TooManyWords, Assert.Throws<ImageErrorException>(() => _reader.Read(Stacked(6))).Error);

    private static byte[] Stacked(int receipts)
    {
        using var one = SKBitmap.Decode(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "assets", "receipts"), "*.jpg").Order(StringComparer.Ordinal).First());
        using var picture = SKImage.FromBitmap(one);
        using var all = new SKBitmap(one.Width, one.Height * receipts);
        using var canvas = new SKCanvas(all);
        for (var at = 0; at < receipts; at++)
        {
            canvas.DrawImage(picture, 0, at * one.Height, SKSamplingOptions.Default);
        }

        using var data = all.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
