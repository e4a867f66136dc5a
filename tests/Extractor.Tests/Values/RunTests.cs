using Ocr.Extractor.Layout;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Tests.Values;

/// <summary>Words become one line of text, in which the pieces of a number that the reader split are one number again.</summary>
public sealed class RunTests
{
    /// <summary>Height of the words, pixels: pieces of a number are less than one pixel apart.</summary>
    private const float Height = 20;

    private const float Touching = 0.5f;
    private const float Apart = 4;

    [Theory]
    [InlineData("0412", "0000001", "04120000001")]
    [InlineData("0412-", "0000001", "0412-0000001")]
    [InlineData("0412", "-0000001", "0412-0000001")]
    [InlineData("1.", "234", "1.234")]
    [InlineData("1", ".234", "1.234")]
    [InlineData("1.234,", "56", "1.234,56")]
    [InlineData("1.234", ",56", "1.234,56")]
    [InlineData("01/07/", "2025", "01/07/2025")]
    [InlineData("01/07", "/2025", "01/07/2025")]
    [InlineData("10:", "30", "10:30")]
    [InlineData("10", ":30", "10:30")]
    [InlineData("0102****", "0001", "0102****0001")]
    [InlineData("0102", "****0001", "0102****0001")]
    [InlineData("0102", "****", "0102****")]
    [InlineData("****", "0001", "****0001")]
    public void Touching_pieces_of_a_number_are_one_number(string left, string right, string expected)
    {
        var run = Joined(left, right, Touching);
        Assert.Equal((expected, true), (run.Text, run.IsJoined));
    }

    [Theory]
    [InlineData("01/07/2025", "10:30")]
    [InlineData("Bs", "12,50")]
    [InlineData("12,50", "Bs")]
    [InlineData("Ref", "0001")]
    [InlineData("0001", "D")]
    [InlineData("(0412)", "0000001")]
    [InlineData("-", "-")]
    [InlineData("ROSA", "-")]
    public void Other_words_keep_the_blank_between_them(string left, string right)
    {
        var run = Joined(left, right, Touching);
        Assert.Equal(($"{left} {right}", false), (run.Text, run.IsJoined));
    }

    [Fact]
    public void Numbers_with_a_gap_between_them_are_two()
    {
        var run = Joined("0412", "0000001", Apart);
        Assert.Equal(("0412 0000001", false), (run.Text, run.IsJoined));
    }

    [Fact]
    public void The_smaller_of_two_words_decides_whether_they_touch()
    {
        // less than 0.05 of the height of the second, more than that of the first
        Token small = new(0, "0412", new Box(0, 0, 40, Height), 1), large = new(1, "0000001", new Box(42, 0, 240, 3 * Height), 1);
        Assert.Equal("0412 0000001", new Run([[small, large]], joined: true).Text);

        Token first = new(0, "GON", new Box(0, 0, 40, Height), 1), second = new(1, "ZALEZ", new Box(42, 0, 240, 3 * Height), 1);
        Assert.Equal("GON ZALEZ", new Run([[first, second]]).Text);
    }

    [Fact]
    public void Pieces_of_a_number_stay_apart_where_numbers_are_not_joined()
    {
        Token left = new(0, "0412", new Box(0, 0, 40, Height), 1), right = new(1, "0000001", new Box(40.5f, 0, 110, Height), 1);
        var run = new Run([[left, right]]);
        Assert.Equal(("0412 0000001", false), (run.Text, run.IsJoined));
    }

    [Fact]
    public void A_letter_and_a_digit_that_touch_are_not_one_word() => Assert.Equal("V 12345678", Joined("V", "12345678", Touching).Text);

    [Theory]
    [InlineData(0, 4, "ROSA")]
    [InlineData(2, 3, "ROSA")]
    [InlineData(4, 5, "")]
    [InlineData(5, 8, "GIL")]
    [InlineData(3, 6, "ROSA GIL")]
    [InlineData(4, 10, "GIL 0412")]
    [InlineData(0, 13, "ROSA GIL 0412")]
    [InlineData(9, 13, "0412")]
    public void A_place_has_the_words_that_it_covers(int start, int end, string expected) =>
        Assert.Equal(expected, string.Join(' ', Grammar.Line("ROSA GIL\n0412").TokensIn(start, end)));

    [Fact]
    public void Lines_are_apart_by_a_line_feed_and_empty_ones_are_left_out()
    {
        Token first = new(0, "ROSA", new Box(0, 0, 40, Height), 1), second = new(1, "0412", new Box(0, 40, 40, 40 + Height), 1);
        var run = new Run([[], [first], [], [second]]);
        Assert.Equal(("ROSA\n0412", 2), (run.Text, run.Lines.Count));
    }

    [Theory]
    [InlineData(0, 4, false)]
    [InlineData(5, 9, true)]
    [InlineData(10, 13, false)]
    [InlineData(5, 6, false)]
    [InlineData(7, 8, true)]
    public void A_repair_is_known_by_its_place(int start, int end, bool repaired) =>
        Assert.Equal(repaired, Grammar.Line("ROSA 04l2 001").Repaired(start, end));

    private static Run Joined(string left, string right, float gap) => new(
        [[new Token(0, left, new Box(0, 0, 40, Height), 1), new Token(1, right, new Box(40 + gap, 0, 110, Height), 1)]], joined: true);
}
