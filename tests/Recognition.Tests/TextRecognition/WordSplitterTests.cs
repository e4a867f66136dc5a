using Ocr.Recognition.Detection;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.TextRecognition;

public sealed class WordSplitterTests
{
    // 100 × 32 pixels at (10, 20), at their own size: a step of 4 pixels is 4 pixels of the page.
    private static readonly TextRegion Region = new(12, 22, 108, 50, 0.9);
    private static readonly Crop Crop = new(new PixelBox(10, 20, 110, 52), 100);

    [Fact]
    public void A_crop_without_a_blank_is_one_word_in_the_regions_box()
    {
        var word = Assert.Single(Split(("a", 2), ("b", 8)));
        Assert.Equal(("ab", new PixelBox(12, 22, 108, 50)), (word.Text, word.Box));
    }

    [Fact]
    public void A_blank_parts_words_whose_boxes_do_not_meet()
    {
        var words = Split(("a", 2), ("b", 5), (" ", 8), ("b", 11), ("a", 14), ("a", 17));
        Assert.Equal(["ab", "baa"], words.Select(word => word.Text));
        Assert.Equal(12, words[0].Box.X0);
        Assert.InRange(words[0].Box.X1, 10 + (4 * 6), 10 + (4 * 9));
        Assert.InRange(words[1].Box.X0, words[0].Box.X1, 10 + (4 * 11));
        Assert.Equal(108, words[1].Box.X1);
    }

    [Fact]
    public void Blanks_at_the_ends_and_in_a_row_make_no_words() =>
        Assert.Equal(["a", "b"], Split((" ", 0), ("a", 2), (" ", 4), (" ", 6), ("b", 9), (" ", 20)).Select(word => word.Text));

    [Fact]
    public void Blanks_alone_are_not_a_word() => Assert.Empty(Split((" ", 3)));

    [Fact]
    public void Confidence_is_the_geometric_mean()
    {
        List<CtcSymbol> symbols = [new(1, 0, 0, 0.9f), new(2, 3, 3, 0.4f)];
        var word = Assert.Single(WordSplitter.Split(symbols, Crop, Region, TestPacks.Recognizer));
        Assert.Equal(0.6, word.Confidence, 3);
    }

    [Fact]
    public void A_squeezed_crop_has_wider_steps()
    {
        var squeezed = Crop with { Area = new PixelBox(10, 20, 210, 52) };
        List<CtcSymbol> symbols = [new(1, 2, 2, 1), new(0, 5, 5, 1), new(2, 8, 8, 1)];
        var words = WordSplitter.Split(symbols, squeezed, Region with { X1 = 208 }, TestPacks.Recognizer);
        Assert.InRange(words[1].Box.X0, 10 + (8 * 5), 10 + (8 * 9));
    }

    private static List<Word> Split(params (string Text, int Step)[] symbols) => WordSplitter.Split(
        [.. symbols.Select(s => new CtcSymbol(TestPacks.Recognizer.Alphabet.ToList().IndexOf(s.Text), s.Step, s.Step, 1))],
        Crop, Region, TestPacks.Recognizer);
}
