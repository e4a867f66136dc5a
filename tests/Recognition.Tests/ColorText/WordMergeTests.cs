using Ocr.Recognition.ColorText;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.ColorText;

public sealed class WordMergeTests
{
    private static readonly PixelBox Place = new(10, 10, 110, 40);

    [Theory]
    [InlineData("peración", 0.3f, "Operación", 0.98f, "Operación")] // doubtful: replaced
    [InlineData("peración", 0.93f, "Operación", 0.98f, "Operación")] // a letter is missing in gray
    [InlineData("Operación", 0.93f, "0peración", 0.98f, "Operación")] // not doubtful, and no letter is missing
    [InlineData("Operación", 0.99f, "Operación:", 0.98f, "Operación")] // more confident
    public void The_better_reading_of_a_place_remains(string gray, float grayConfidence, string color, float colorConfidence, string expected) =>
        Assert.Equal([expected], Merge([new Word(gray, grayConfidence, Place)], new Word(color, colorConfidence, Place)));

    [Fact]
    public void A_word_where_none_was_read_is_added_when_it_is_not_a_picture()
    {
        var other = new PixelBox(200, 10, 300, 40);
        Assert.Equal(["Banco", "Fecha"], Merge([new Word("Banco", 0.9f, Place)], new Word("Fecha", 0.8f, other)));
        Assert.Equal(["Banco"], Merge([new Word("Banco", 0.9f, Place)], new Word("o", 0.4f, other)));
    }

    [Fact]
    public void One_word_replaces_all_fragments_of_it() => Assert.Equal(
        ["0412-1206676"],
        Merge([new Word("041", 0.5f, Place with { X1 = 40 }), new Word("06676", 0.6f, Place with { X0 = 60 })], new Word("0412-1206676", 0.9f, Place)));

    private static IEnumerable<string> Merge(List<Word> words, Word found) =>
        WordMerge.Merge(words, [found], word => word.Confidence).Select(word => word.Text);
}
