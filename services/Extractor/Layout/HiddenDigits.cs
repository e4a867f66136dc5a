using System.Text.RegularExpressions;

namespace Ocr.Extractor.Layout;

/// <summary>Detects marks and ellipses beside digits: a part of the number is masked, painted over or does not fit on the screen.</summary>
internal static partial class HiddenDigits
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

    /// <summary>Whether an ellipsis or several marks after the last digit replace the rest of the number: <c>00391284…</c>, <c>V-148723XX</c>.</summary>
    /// <param name="last">The number's last token.</param>
    /// <param name="rest">The text behind the number in this token.</param>
    public static bool Follow(Token last, string rest) =>
        rest.Length > 0 ? AttachedAfter().IsMatch(rest) : Neighbor(last, 1) is { } next && Ellipsis().IsMatch(next.Text);

    /// <summary>Whether an ellipsis or several marks replace the first digits of the number: <c>•••• 7561</c>, <c>…847561</c>.</summary>
    /// <param name="first">The number's first token.</param>
    /// <param name="start">The text before the number in this token.</param>
    public static bool Lead(Token first, string start) =>
        start.Length > 0 ? AttachedBefore().IsMatch(start) : Neighbor(first, -1) is { } before && Mask().IsMatch(before.Text);

    private static Token? Neighbor(Token token, int step)
    {
        var tokens = token.Segment?.Tokens;
        var place = tokens is null ? -1 : tokens.ToList().IndexOf(token);
        return place < 0 ? null : tokens!.ElementAtOrDefault(place + step);
    }

    // more than four dots lead from a label to its value
    [GeneratedRegex(@"^(?:\.{2,4}|[*•●·#]*…[*•●·#…]*|[*•●·#]{2,}|[xX]{2,})$")]
    private static partial Regex Mask();

    [GeneratedRegex(@"^(?:…+|\.{2,4})$")]
    private static partial Regex Ellipsis();

    [GeneratedRegex(@"(?:…|\.{2,}|[*•●·#]{2,}|(?<![A-Za-z])[xX]{2,})-?$")]
    private static partial Regex AttachedBefore();

    [GeneratedRegex(@"^(?:…|\.{2,}|[*•●·#]{2,}|[xX]{2,}(?![A-Za-z]))")]
    private static partial Regex AttachedAfter();

    private static bool IsMark(Token token) => token.Key.Length == 0 && token.Text.Any(c => !"-–−+:.,=()$".Contains(c, StringComparison.Ordinal));
}
