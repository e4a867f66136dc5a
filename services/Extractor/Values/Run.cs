using System.Text;
using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Values;

/// <summary>The tokens beside a label as one line of text, with the way back from a place in it to the tokens.</summary>
internal sealed class Run
{
    private readonly List<(int Start, int End, Token Token)> _places = [];

    /// <summary>Pieces of a number overlap or all but touch; words with a blank between them rarely do. In text heights.</summary>
    private const float Touching = 0.05f;

    /// <param name="lines">What stands there.</param>
    /// <param name="joined">Whether figures that touch are one number.</param>
    public Run(IEnumerable<IReadOnlyList<Token>> lines, bool joined = false)
    {
        Lines = [.. lines.Where(line => line.Count > 0)];
        StringBuilder text = new(), digits = new();
        foreach (var line in Lines)
        {
            Token? before = null;
            foreach (var token in line)
            {
                if (joined && before is not null && Touch(before, token))
                {
                    IsJoined = true;
                }
                else if (text.Length > 0)
                {
                    var blank = token == line[0] ? '\n' : ' ';
                    text.Append(blank);
                    digits.Append(blank);
                }

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

    /// <summary>Some blank was left out.</summary>
    public bool IsJoined { get; }

    /// <summary>The tokens' text with a blank between them, a line feed between lines.</summary>
    public string Text { get; }

    /// <summary>The same, with misread digits turned back; every character at its place.</summary>
    public string Digits { get; }

    /// <summary>Some character, as printed or turned back, is a digit.</summary>
    public bool HasDigits => Digits.AsSpan().ContainsAnyInRange('0', '9');

    public IEnumerable<Token> Tokens => _places.Select(place => place.Token);

    /// <summary>Tokens that the characters from <paramref name="start"/> to before <paramref name="end"/> belong to.</summary>
    public IEnumerable<Token> TokensIn(int start, int end) =>
        _places.Where(place => place.Start < end && start < place.End).Select(place => place.Token);

    /// <summary>First and last character, exclusive, of a token.</summary>
    public (int Start, int End) PlaceOf(Token token)
    {
        var (start, end, _) = _places.Find(place => place.Token == token);
        return (start, end);
    }

    /// <summary>Takes every blank and line feed out.</summary>
    public static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Makes a blank of every line feed.</summary>
    public static string Flatten(string text) => text.Replace('\n', ' ');

    private static bool Touch(Token left, Token right) =>
        (left.HasDigit || right.HasDigit)
        && IsPart(left.Text[^1])
        && IsPart(right.Text[0])
        && right.Box.X0 - left.Box.X1 < Touching * Math.Min(left.Box.Height, right.Box.Height);

    private static bool IsPart(char c) => char.IsAsciiDigit(c) || c is '.' or ',' or '/' or '-' or ':' || Marks.IsMark(c);

    /// <summary>Whether a letter between the two places was read as a digit.</summary>
    public bool Repaired(int start, int end) => !Text.AsSpan(start, end - start).SequenceEqual(Digits.AsSpan(start, end - start));
}
