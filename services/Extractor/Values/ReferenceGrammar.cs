using System.Text.RegularExpressions;

namespace Ocr.Extractor.Values;

/// <summary>Numbers that identify a payment: digits with leading zeros, without the copy icon next to them.</summary>
internal sealed partial class ReferenceGrammar : IValueGrammar
{
    private const int Shortest = 4;
    private const int Longest = 20;
    private const double WithLetters = 0.95;

    /// <summary>Words that the reader merges with the number before them, as a pattern.</summary>
    private const string Merged = "(?:el|al|del|de|por|en|con)";

    public string Name => "reference";

    public IEnumerable<ValueMatch> Find(Run run, bool shared)
    {
        // words that are numbers after restoring misread digits are excluded
        foreach (var match in Alphanumeric().Matches(run.Text).Where(match => run.Digits.AsSpan(match.Index, match.Length).ContainsAnyExceptInRange('0', '9')))
        {
            yield return new ValueMatch(match.Index, match.Index + match.Length, match.Value)
            {
                Length = match.Length,
                Quality = WithLetters,
                Flaw = IconBehind().IsMatch(match.Value) ? "El último carácter puede ser un icono"
                    : MaskedByLetters().IsMatch(match.Value) ? "La referencia está incompleta"
                    : null,
            };
        }

        foreach (Match match in Pattern().Matches(run.Digits))
        {
            var length = match.Length - IconLength(run, match);
            var digits = Run.Squeeze(match.Value[..length]);
            if (digits.Length is >= Shortest and <= Longest)
            {
                var isPiece = GroupBehind().IsMatch(run.Digits.AsSpan(match.Index + match.Length));
                var value = new ValueMatch(match.Index, match.Index + length, match.Value[..length])
                {
                    Length = digits.Length,
                    Quality = isPiece || digits.Length == length ? 1 : 0.8,
                };
                yield return isPiece ? value.AsPiece("a la referencia") : value;
            }
        }
    }

    public ValueMatch? AsRead(Run run)
    {
        var match = Numbers().Match(run.Text);
        return match.Success
            ? new ValueMatch(match.Index, match.Index + match.Length, match.Value) { Problem = "La referencia está incompleta" }
            : null;
    }

    /// <summary>Returns the length of an icon read as I or l directly after the last digit, which must not become a digit: apps with an icon print 9 or 12.</summary>
    private static int IconLength(Run run, Match match)
    {
        var last = run.Text[match.Index + match.Length - 1];
        return last is 'I' or 'l' or '|' or '!' && match.Length is 10 or 13 ? 1 : 0;
    }

    // A label before a number, and a word behind it, are not part of it when the reader merged them.
    [GeneratedRegex(@"(?:(?<=(?<![A-Za-z])(?:[Rr][Ee][Ff]|[Nn][Rr]?[Oo])\.?)|(?<![A-Za-z\d.,/\-*]|\d:))\d{1,20}(?: \d{3,20}|\n\d{1,20})*(?!\d|[/:*]|(?!" + Merged + @"(?!\w))[A-Za-z])(?![.,\-]\d)")]
    private static partial Regex Pattern();

    // Letters and at least four digits in one word, except a document, a number with a merged word, and a unit. A code may start with REF.
    [GeneratedRegex(@"(?:(?<=(?<!\S)[Rr]ef\.?)|(?<!\S))(?!(?:[VEJGPvejg]-?\d{6,10}|[Rr]ef[A-Za-z\d]+|REF\d+|[Nn][Rr]?[Oo]\d+|\d+" + Merged + @"|\d+[Bb][Ss])(?![^\s,;]))(?=[^\s,;]*[A-Za-z])(?=(?:[A-Za-z]*\d){4})[A-Za-z0-9]{6,24}(?![^\s,;])")]
    private static partial Regex Alphanumeric();

    [GeneratedRegex(@"^\d+[A-Za-z]$")]
    private static partial Regex IconBehind();

    [GeneratedRegex(@"^(?:[xX]{3,}\d|\d+[xX]{3,})")]
    private static partial Regex MaskedByLetters();

    // A last group of two digits; one digit is the copy icon, and digits before a separator or a word are a date or a time.
    [GeneratedRegex(@"^ \d{2}(?![\d/:.,\-]|\s?[A-Za-z])")]
    private static partial Regex GroupBehind();

    [GeneratedRegex(@"(?<!\S)\S*\d\S*")]
    private static partial Regex Numbers();
}
