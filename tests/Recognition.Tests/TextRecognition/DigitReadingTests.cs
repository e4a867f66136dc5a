using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.TextRecognition;

public sealed class DigitReadingTests
{
    private const string Alphabet = " 01aO-";
    private static readonly DigitReading Reading =
        new(TestPacks.Recognizer with { Alphabet = [.. Alphabet.Select(c => c.ToString())] });

    [Theory]
    [InlineData("O10", '0', "010")]
    [InlineData("1a-01", '0', "10-01")]
    [InlineData("010", '0', null)] // no letter
    [InlineData("aO1", '0', null)] // more letters than digits
    [InlineData("1O01", '1', null)] // 1 and 1 collapse: the length changes
    public void Letters_are_replaced_by_the_most_likely_digit(string word, char secondBest, string? expected) =>
        Assert.Equal(expected, Read(word, secondBest));

    private static string? Read(string word, char secondBest)
    {
        var logits = new float[word.Length * (Alphabet.Length + 1)];
        var symbols = new List<CtcSymbol>();
        for (var step = 0; step < word.Length; step++)
        {
            var scores = logits.AsSpan(step * (Alphabet.Length + 1), Alphabet.Length + 1);
            scores[Alphabet.IndexOf(word[step], StringComparison.Ordinal)] = 9;
            if (char.IsLetter(word[step]))
            {
                scores[Alphabet.IndexOf(secondBest, StringComparison.Ordinal)] = 5;
            }

            symbols.Add(new CtcSymbol(Alphabet.IndexOf(word[step], StringComparison.Ordinal), step, step, 1));
        }

        return Reading.Of(logits, Alphabet.Length + 1, [.. symbols]);
    }
}
