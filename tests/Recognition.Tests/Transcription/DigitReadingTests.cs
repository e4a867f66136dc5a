using Ocr.Recognition.Transcription;

namespace Ocr.Recognition.Tests.Transcription;

public sealed class DigitReadingTests
{
    private const string Alphabet = " 01aO-";
    private static readonly DigitReading Reading =
        new(TestPacks.Recognizer with { Alphabet = [.. Alphabet.Select(c => c.ToString())] });

    [Theory]
    [InlineData("O10|0 ", "010")]
    [InlineData("1a-01|01 ", "11-01")]
    [InlineData("010|", null)] // no letter
    [InlineData("aO1|", null)] // more letters than digits
    public void Letters_give_way_to_the_likeliest_digit(string wordAndSecondBest, string? expected)
    {
        var (word, seconds) = wordAndSecondBest.Split('|') is [var w, var s] ? (w, s) : throw new FormatException();
        Assert.Equal(expected, Read(word, letter => letter == 'O' && seconds.Length > 0 ? seconds[0] : '1'));
    }

    [Fact]
    public void A_reading_of_another_length_is_none() => Assert.Null(Read("1O01", _ => '1')); // 1 and 1 run together

    private static string? Read(string word, Func<char, char> secondBest)
    {
        var logits = new float[word.Length * (Alphabet.Length + 1)];
        var symbols = new List<CtcSymbol>();
        for (var step = 0; step < word.Length; step++)
        {
            var scores = logits.AsSpan(step * (Alphabet.Length + 1), Alphabet.Length + 1);
            scores[Alphabet.IndexOf(word[step], StringComparison.Ordinal)] = 9;
            if (char.IsLetter(word[step]))
            {
                scores[Alphabet.IndexOf(secondBest(word[step]), StringComparison.Ordinal)] = 5;
            }

            symbols.Add(new CtcSymbol(Alphabet.IndexOf(word[step], StringComparison.Ordinal), step, step, 1));
        }

        return Reading.Of(logits, Alphabet.Length + 1, [.. symbols]);
    }
}
