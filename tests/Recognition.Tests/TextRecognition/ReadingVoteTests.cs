using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.TextRecognition;

public sealed class ReadingVoteTests
{
    [Theory]
    [InlineData("a 0.6|b 0.9|a 0.5", "a")]
    [InlineData("a 0.6|b 0.9|a 0.2", "b")]
    [InlineData("|a 0.4", "")]
    [InlineData("|a 0.4|a 0.4", "a")]
    [InlineData("a 0.5|b 0.5", "a")]
    public void The_text_with_most_confidence_wins(string readings, string expected) =>
        Assert.Equal(expected, string.Concat(ReadingVote.Choose(readings.Split('|').Select(Reading)).Select(word => word.Text)));

    [Fact]
    public void Of_equal_texts_the_most_confident_reading_is_kept() =>
        Assert.Equal(0.8f, Assert.Single(ReadingVote.Choose([Reading("a 0.3"), Reading("a 0.8"), Reading("a 0.5")])).Confidence);

    private static IReadOnlyList<Word> Reading(string text) => text.Length == 0
        ? []
        : [new Word(text[..1], float.Parse(text[2..], System.Globalization.CultureInfo.InvariantCulture), new PixelBox(0, 0, 10, 10))];
}
