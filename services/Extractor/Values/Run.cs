using System.Text;
using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Values;

/// <summary>The tokens next to a label as one line of text, with a mapping from characters to tokens.</summary>
internal sealed class Run
{
    private readonly List<(int Start, int End, Token Token)> _places = [];

    /// <summary>Maximum gap between pieces of a number, text heights; words with a blank between them rarely have one as small.</summary>
    private const float Touching = 0.05f;

    /// <param name="lines">The text.</param>
    /// <param name="joined">Whether touching digits are one number.</param>
    public Run(IEnumerable<IReadOnlyList<Token>> lines, bool joined = false)
    {
        Lines = [.. lines.Where(line => line.Count > 0)];
        StringBuilder text = new(), digits = new();
        foreach (var line in Lines)
        {
            Token? before = null;
            foreach (var token in line)
            {
                var between = text.Length == 0 ? "" : before is null ? "\n" : Between(before, token, joined);
                text.Append(between);
                digits.Append(between);
                _places.Add((text.Length, text.Length + token.Text.Length, token));
                text.Append(token.Text);
                digits.Append(token.Digits);
                before = token;
            }
        }

        Text = text.ToString();
        Digits = digits.ToString();
    }

    public IReadOnlyList<IReadOnlyList<Token>> Lines { get; }

    /// <summary>Whether a blank was removed.</summary>
    public bool IsJoined { get; private set; }

    /// <summary>The tokens' text with a blank between them, a line feed between lines.</summary>
    public string Text { get; }

    /// <summary>The same with misread digits restored; every character keeps its index.</summary>
    public string Digits { get; }

    /// <summary>Whether any character, printed or restored, is a digit.</summary>
    public bool HasDigits => Digits.AsSpan().ContainsAnyInRange('0', '9');

    public IEnumerable<Token> Tokens => _places.Select(place => place.Token);

    /// <summary>Returns the tokens of the characters from <paramref name="start"/> (inclusive) to <paramref name="end"/> (exclusive).</summary>
    public IEnumerable<Token> TokensIn(int start, int end) =>
        _places.Where(place => place.Start < end && start < place.End).Select(place => place.Token);

    /// <summary>Returns the first and the last character (exclusive) of a token.</summary>
    public (int Start, int End) PlaceOf(Token token)
    {
        var (start, end, _) = _places.Find(place => place.Token == token);
        return (start, end);
    }

    /// <summary>Removes all blanks and line feeds.</summary>
    public static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Replaces line feeds by blanks.</summary>
    public static string Flatten(string text) => text.Replace('\n', ' ');

    private static bool Touch(Token left, Token right) =>
        (left.HasDigit || right.HasDigit)
        && IsPart(left.Text[^1])
        && IsPart(right.Text[0])
        && !(left.Text.Contains('/', StringComparison.Ordinal) && right.Text.Contains(':', StringComparison.Ordinal))
        && right.Box.X0 - left.Box.X1 < Touching * Math.Min(left.Box.Height, right.Box.Height);

    /// <summary>Returns the text between two tokens of a line: a blank, a decimal separator that the reader lost, or nothing within a number or a word that it split.</summary>
    private string Between(Token left, Token right, bool joined)
    {
        if (joined && Decimals.Follow(left, right))
        {
            IsJoined = true;
            return Decimals.Separator(left, right);
        }

        if (joined && Touch(left, right))
        {
            IsJoined = true;
            return "";
        }

        return AreOneWord(left, right) ? "" : " ";
    }

    private static bool AreOneWord(Token left, Token right) =>
        char.IsLetter(left.Text[^1]) && char.IsLetter(right.Text[0]) && right.Box.X0 - left.Box.X1 < Touching * Math.Min(left.Box.Height, right.Box.Height);

    private static bool IsPart(char c) => char.IsAsciiDigit(c) || c is '.' or ',' or '/' or '-' or ':' || Marks.IsMark(c);

    /// <summary>Whether a letter between the two indices was restored to a digit.</summary>
    public bool Repaired(int start, int end) => !Text.AsSpan(start, end - start).SequenceEqual(Digits.AsSpan(start, end - start));
}
