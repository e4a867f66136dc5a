using SkiaSharp;

namespace Ocr.Recognition.Tests;

/// <summary>The whole reader with the shipped pack.</summary>
public sealed class ReceiptReaderTests : IDisposable
{
    // Minimum share of the words of the held-out receipts that must be read exactly.
    private const double MinWordRecall = 0.86;

    private readonly ReceiptReader _reader = ReceiptReader.Create(Repository.Pack);

    [Fact]
    public void Reads_most_words_of_receipts_that_training_never_saw()
    {
        var (found, printed) = (0, 0);
        foreach (var (image, words) in Receipts.Load(24))
        {
            var read = _reader.Read(image).Words.CountBy(word => word.Text).ToDictionary();
            foreach (var word in words)
            {
                printed++;
                if (read.GetValueOrDefault(word) is var left && left > 0)
                {
                    read[word] = left - 1;
                    found++;
                }
            }
        }

        Assert.True(found >= MinWordRecall * printed, $"{found} of {printed} words");
    }

    [Theory]
    [InlineData(ReadingProfile.Fast)]
    [InlineData(ReadingProfile.Balanced)]
    [InlineData(ReadingProfile.Thorough)]
    public void Boxes_lie_on_the_page_and_order_is_the_index(ReadingProfile profile)
    {
        var page = _reader.Read(Receipts.Load(1).Single().Image, profile);
        Assert.NotEmpty(page.Words);
        Assert.Equal(Enumerable.Range(0, page.Words.Count), page.Words.Select(word => word.Order));
        Assert.All(page.Words, word =>
        {
            Assert.True(word.Box.X0 >= 0 && word.Box.Y0 >= 0 && word.Box.X1 <= page.Width && word.Box.Y1 <= page.Height);
            Assert.True(word.Box.Area > 0 && word.Confidence is > 0 and <= 1 && !word.Text.Contains(' ', StringComparison.Ordinal));
        });
        Assert.Equal(page.Words.Select(word => word.Line).Order(), page.Words.Select(word => word.Line));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 900)]
    [InlineData(1500, 4)]
    [InlineData(700, 700)]
    public void An_empty_picture_of_any_shape_has_no_words(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.White);
        var page = _reader.Read(Pictures.Encode(bitmap, SKEncodedImageFormat.Png));
        Assert.Equal((width, height, 0), (page.Width, page.Height, page.Words.Count));
    }

    [Fact]
    public void A_broken_image_is_an_error_and_never_an_empty_page() =>
        Assert.Equal(ImageError.NotAnImage, Assert.Throws<ImageErrorException>(() => _reader.Read("no image"u8.ToArray())).Error);

    [Fact]
    public void Stops_when_it_is_cancelled() => Assert.Throws<OperationCanceledException>(
        () => _reader.Read(Receipts.Load(1).Single().Image, ReadingProfile.Balanced, new CancellationToken(canceled: true)));

    [Fact]
    public void Rejects_an_option_out_of_range() => Assert.Throws<System.ComponentModel.DataAnnotations.ValidationException>(
        () => ReceiptReader.Create(Repository.Pack, new ReaderOptions { IntraOpThreads = 0 }));

    public void Dispose() => _reader.Dispose();
}
