using CsCheck;
using Ocr.Recognition.Reading;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.Fuzz;

/// <summary>For any positions of words, each kept word is on the page once, and the order depends on the boxes, not on the input order.</summary>
public sealed class ReadingFuzzTests
{
    // The width of the largest image that the largest limit allows in one row.
    private const int Farthest = 500_000_000;

    private static readonly Gen<int> Coordinate = Gen.OneOf(Gen.Int[0, 60], Gen.Int[0, 2000], Gen.OneOfConst(0, 1, Farthest));

    private static readonly Gen<Word> Words = Gen.Select(
        Gen.OneOfConst("Bs", "0102", "Referencia", "------", "a"), Gen.Float[0, 1], Coordinate, Coordinate, Coordinate, Coordinate,
        (text, confidence, a, b, c, d) => new Word(text, confidence, new PixelBox(a, b, c, d)));

    [Fact]
    public void Every_kept_word_is_on_the_page_once() => Words.List[0, 60].Fuzz(3_000, words =>
    {
        var page = ReadPageBuilder.Build(words);
        Assert.Equal(
            words.Where(ReadPageBuilder.IsText).Select(Describe).Order(),
            page.Select(word => Describe(new Word(word.Text, word.Confidence, word.Box))).Order());
        Assert.Equal(Enumerable.Range(0, page.Count), page.Select(word => word.Order));
        Assert.Equal(page.Select(word => word.Line).Order(), page.Select(word => word.Line));
    });

    [Fact]
    public void The_order_of_arrival_changes_nothing() => Words.List[0, 40].Fuzz(2_000, words =>
    {
        var page = ReadPageBuilder.Build(words);
        words.Reverse();
        Assert.Equal(page, ReadPageBuilder.Build(words));
    });

    private static string Describe(Word word) => $"{word.Text} {word.Confidence:R} {word.Box}";
}
