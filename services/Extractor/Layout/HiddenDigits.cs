namespace Ocr.Extractor.Layout;

/// <summary>Detects marks between a unit and its digits, or asterisks before digits: a part of the number is masked or painted over.</summary>
internal static class HiddenDigits
{
    private static readonly string[] Units = ["bs", "bss", "bsd", "ves", "ved", "usd"];

    /// <summary>Whether such marks precede the number.</summary>
    /// <param name="tokens">The number's tokens, with or without its unit.</param>
    public static bool Precede(IReadOnlyList<Token> tokens)
    {
        if (tokens.FirstOrDefault(token => token.HasDigit) is not { } figure)
        {
            return false;
        }

        var before = figure.Segment.Tokens.TakeWhile(token => token != figure).Reverse().ToList();
        var marks = before.TakeWhile(IsMark).ToList();
        return marks.Exists(mark => mark.Text.Contains('*', StringComparison.Ordinal))
            || (marks.Count > 0 && marks.Count < before.Count && Units.Contains(before[marks.Count].Key));
    }

    private static bool IsMark(Token token) => token.Key.Length == 0 && token.Text.Any(c => !"-–−+:.,=()$".Contains(c, StringComparison.Ordinal));
}
