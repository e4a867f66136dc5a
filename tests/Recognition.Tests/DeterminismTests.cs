using System.Text.Json;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;
using Ocr.Recognition.Packs;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests;

/// <summary>The same image and pack give the same words, independent of concurrent calls, of the batch, and of repetition.</summary>
public sealed class DeterminismTests
{
    private const int Images = 4;

    [Theory]
    [InlineData(ReadingProfile.Fast)]
    [InlineData(ReadingProfile.Balanced)]
    [InlineData(ReadingProfile.Thorough)]
    public async Task Reads_the_same_words_with_any_concurrent_calls(ReadingProfile profile)
    {
        using var reader = ReceiptReader.Create(Repository.Pack);
        byte[][] images = [.. Receipts.Load(Images).Select(receipt => receipt.Image)];
        string Describe(int image) => JsonSerializer.Serialize(reader.Read(images[image], profile).Words);
        string[] alone = [.. Enumerable.Range(0, Images).Select(Describe)];
        Assert.All(alone, words => Assert.True(words.Length > 100));
        var together = await Task.WhenAll(
            Enumerable.Range(0, 2 * Images).Select(i => Task.Run(() => (Image: i % Images, Words: Describe(i % Images)))));
        Assert.All(together, result => Assert.Equal(alone[result.Image], result.Words));
    }

    [Fact]
    public void A_word_does_not_depend_on_what_shares_its_batch()
    {
        var pack = ModelPack.Load(Repository.Pack);
        using var models = PackModels.Open(pack, threads: 1);
        var recognizer = new WordRecognizer(models.Recognizer, pack.Manifest.Recognizer);
        using var page = ImageDecoder.Decode(Receipts.Load(1).Single().Image, long.MaxValue);
        var scanner = new PageScanner(new TextDetector(models.Detector, pack.Manifest.Detector), pack.Manifest.Detector);
        var regions = scanner.First(page, default).Regions;
        List<Word> Read(IEnumerable<TextRegion> some) => [.. recognizer.Read(page, [.. some], TestTimeAugmentation.Plain, default).SelectMany(words => words)];

        var together = Read(regions);
        Assert.True(together.Count > 10);
        Assert.Equal(together, [.. regions.SelectMany(region => Read([region]))]);
        Assert.Equal(together, [.. regions.Chunk(3).SelectMany(Read)]);
        Assert.Equal(together.Order(ByPlace), Read(regions.Concat(regions).Reverse()).Distinct().Order(ByPlace));
    }

    // With more threads a sum is split differently, which changes the last bits of a logit: the words are equal, the confidences nearly.
    [Fact]
    public void Threads_inside_an_inference_change_no_word()
    {
        using var one = ReceiptReader.Create(Repository.Pack);
        using var two = ReceiptReader.Create(Repository.Pack, new ReaderOptions { IntraOpThreads = 2 });
        foreach (var (image, _) in Receipts.Load(Images))
        {
            var (a, b) = (one.Read(image).Words, two.Read(image).Words);
            Assert.Equal(a.Select(word => (word.Text, word.Box)), b.Select(word => (word.Text, word.Box)));
            Assert.All(a.Zip(b), pair => Assert.InRange(pair.First.Confidence - pair.Second.Confidence, -1e-3f, 1e-3f));
        }
    }

    private static readonly Comparer<Word> ByPlace =
        Comparer<Word>.Create((a, b) => (a.Box.Y0, a.Box.X0, a.Text).CompareTo((b.Box.Y0, b.Box.X0, b.Text)));
}
