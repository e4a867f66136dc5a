using Ocr.Contracts;

namespace Ocr.Extractor.Tests.Screens;

/// <summary>What OCR does to words. Digits are confused only with letters, which a reader can notice.</summary>
internal static class Noise
{
    private const string Digits = "0158";
    private const string Letters = "OlSB";
    private const string Accented = "áéíóúñ";
    private const string Bare = "aeioun";

    public static IEnumerable<WordBox> Add(IReadOnlyList<WordBox> words, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < words.Count; i++)
        {
            var word = Jitter(words[i] with { Text = Spell(words[i].Text, random) }, random);
            var next = i + 1 < words.Count ? words[i + 1] : null;
            if (next is not null && Glues(word, next) && random.NextDouble() < 0.03)
            {
                i++;
                yield return word with { Text = word.Text + next.Text, X1 = next.X1 };
            }
            else if (IsLabel(word.Text) && random.NextDouble() < 0.03)
            {
                var (left, right) = Split(word);
                yield return left;
                yield return right;
            }
            else
            {
                yield return word;
            }
        }
    }

    private static string Spell(string text, Random random)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            var accent = Accented.IndexOf(letters[i], StringComparison.Ordinal);
            var digit = Digits.IndexOf(letters[i], StringComparison.Ordinal);
            if (accent >= 0 && random.NextDouble() < 0.4)
            {
                letters[i] = Bare[accent];
            }
            else if (digit >= 0 && text.Length > 6 && text.All(c => char.IsAsciiDigit(c) || c is '/' or ',' or '.') && i < letters.Length - 1 && random.NextDouble() < 0.02)
            {
                letters[i] = Letters[digit];
            }
        }

        return new string(letters);
    }

    private static WordBox Jitter(WordBox word, Random random)
    {
        int Slip() => random.Next(-3, 4);
        return word with { X0 = word.X0 + Slip(), Y0 = word.Y0 + Slip(), X1 = word.X1 + Slip(), Y1 = word.Y1 + Slip(), Confidence = 0.85f };
    }

    private static bool Glues(WordBox word, WordBox next) =>
        IsLabel(word.Text) && IsLabel(next.Text) && Math.Abs(word.Y0 - next.Y0) < 6 && next.X0 - word.X1 is > 0 and < 20 && !word.Text.EndsWith(':');

    private static bool IsLabel(string text) => text.Length > 3 && text.All(c => char.IsLetter(c) || c is ':');

    private static (WordBox Left, WordBox Right) Split(WordBox word)
    {
        var cut = word.Text.Length / 2;
        var x = (word.X0 + word.X1) / 2;
        return (word with { Text = word.Text[..cut], X1 = x - 3 }, word with { Text = word.Text[cut..], X0 = x + 3 });
    }
}
