using System.Text.RegularExpressions;
using Ocr.Contracts;

namespace Ocr.Extractor.Layout;

/// <summary>Splits a word where OCR merged a label with its value; the pieces share the width in proportion to their letters.</summary>
internal static partial class TokenSplitter
{
    private const int LettersOfALabel = 4;

    /// <summary>A short label is split before digits only: <c>Ref:000123</c>, but not <c>V:12345678</c>.</summary>
    private const int LettersOfAShortLabel = 2;

    private const int DigitsOfAValue = 4;

    public static IEnumerable<Token> Split(WordBox word, int index, Box box)
    {
        var text = word.Text.Trim();
        if (text.Length == 0)
        {
            yield break;
        }

        var cut = Cut(text);
        if (cut <= 0 || cut >= text.Length)
        {
            yield return new Token(index, text, box, word.Confidence, word.Digits);
            yield break;
        }

        var x = box.X0 + (box.Width * cut / text.Length);
        yield return new Token(index, text[..cut], box with { X1 = x }, word.Confidence);
        yield return new Token(index, text[cut..], box with { X0 = x }, word.Confidence);
    }

    private static int Cut(string text)
    {
        if (DateBeforeTime().Match(text) is { Success: true } date)
        {
            return date.Length;
        }

        var letters = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ':' or ';' && (letters >= LettersOfALabel || (letters >= LettersOfAShortLabel && HasDigit(text.AsSpan(i)))))
            {
                return i + 1;
            }

            if (char.IsAsciiDigit(text[i]) && letters == i && letters >= LettersOfALabel)
            {
                return text.Length - i >= DigitsOfAValue && text[i..].All(c => char.IsAsciiDigit(c) || c is '/' or '-' or '.') ? i : 0;
            }

            letters += char.IsLetter(text[i]) ? 1 : 0;
        }

        return 0;
    }

    [GeneratedRegex(@"^\d{1,2}[/\-]\d{1,2}[/\-]20\d{2}(?=-?\d{1,2}:\d{2})", RegexOptions.CultureInvariant)]
    private static partial Regex DateBeforeTime();

    private static bool HasDigit(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9');
}
