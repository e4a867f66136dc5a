using System.Text.RegularExpressions;

namespace Ocr.Extractor.Values;

/// <summary>Numbers that identify a payment: digits, zeros kept, the copy icon beside them left out.</summary>
internal sealed partial class ReferenceGrammar : IValueGrammar
{
    private const int Shortest = 4;
    private const int Longest = 20;

    public string Name => "reference";

    public IEnumerable<ValueMatch> Find(Run run, bool shared)
    {
        foreach (Match match in Pattern().Matches(run.Digits))
        {
            var length = match.Length - IconLength(run, match);
            var digits = Run.Squeeze(match.Value[..length]);
            if (digits.Length is >= Shortest and <= Longest)
            {
                yield return new ValueMatch(match.Index, match.Index + length, match.Value[..length])
                {
                    Length = digits.Length,
                    Quality = digits.Length == length ? 1 : 0.8,
                };
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

    /// <summary>An icon read as I or l right behind the last digit must not become one more digit: apps with an icon print 9 or 12.</summary>
    private static int IconLength(Run run, Match match)
    {
        var last = run.Text[match.Index + match.Length - 1];
        return last is 'I' or 'l' or '|' or '!' && match.Length is 10 or 13 ? 1 : 0;
    }

    [GeneratedRegex(@"(?<![\d.,/\-:*])\d{1,20}(?: \d{3,20}|\n\d{1,20})*(?![\d,/:*])(?!\.\d)(?!-\d)")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?<!\S)\S*\d\S*")]
    private static partial Regex Numbers();
}
