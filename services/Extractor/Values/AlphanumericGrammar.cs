using System.Text.RegularExpressions;

namespace Ocr.Extractor.Values;

/// <summary>Confirmation codes of letters and digits (Zelle, Binance).</summary>
internal sealed partial class AlphanumericGrammar : IValueGrammar
{
    public string Name => "alphanumeric";

    public IEnumerable<ValueMatch> Find(Run run, bool shared)
    {
        foreach (Match match in Pattern().Matches(run.Text))
        {
            if (match.Value.Any(char.IsAsciiDigit))
            {
                yield return new ValueMatch(match.Index, match.Index + match.Length, match.Value) { Length = match.Length };
            }
        }
    }

    [GeneratedRegex(@"(?<!\S)[A-Za-z0-9]{5,24}(?!\S)")]
    private static partial Regex Pattern();
}
