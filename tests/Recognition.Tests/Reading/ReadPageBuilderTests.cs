using Ocr.Recognition.Reading;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.Reading;

public sealed class ReadPageBuilderTests
{
    [Theory]
    [InlineData("Referencia", 0.9f, true)]
    [InlineData("Referencia", 0.31f, true)]
    [InlineData("Referencia", 0.29f, false)]
    [InlineData("Bs", 0.5f, true)]
    [InlineData("|", 0.4f, false)]
    public void Leaves_out_words_of_low_confidence(string text, float confidence, bool kept) =>
        Assert.Equal(kept, ReadPageBuilder.IsText(new Word(text, confidence, default)));

    [Theory]
    [InlineData("-••••••••••••", false)]
    [InlineData("------", false)]
    [InlineData("....", true)]
    [InlineData("****************", true)]
    [InlineData("0102****0000", true)]
    public void Leaves_out_dashed_rules_and_keeps_masks(string text, bool kept) =>
        Assert.Equal(kept, ReadPageBuilder.IsText(new Word(text, 0.9f, default)));

    [Fact]
    public void Keeps_small_parts_of_an_amount_at_any_confidence() =>
        Assert.True(ReadPageBuilder.IsText(new Word("?", 0.01f, default) { Beside = true }));

    [Fact]
    public void Order_counts_on_over_the_lines()
    {
        var page = ReadPageBuilder.Build(
        [
            new Word("c", 1, new PixelBox(0, 40, 10, 60)), new Word("b", 1, new PixelBox(30, 0, 40, 20)),
            new Word("a", 1, new PixelBox(0, 0, 10, 20)),
        ]);
        Assert.Equal([("a", 0, 0), ("b", 0, 1), ("c", 1, 2)], page.Select(word => (word.Text, word.Line, word.Order)));
    }
}
