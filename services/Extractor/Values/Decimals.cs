using System.Text.RegularExpressions;
using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Values;

/// <summary>Cents printed smaller than their amount, raised or on its baseline, with or without a separator: <c>1.250⁷⁵</c>.</summary>
internal static partial class Decimals
{
    private const float MaxHeight = 0.82f;

    /// <summary>Maximum gap as a fraction of the large digits' height.</summary>
    private const float MaxGap = 0.7f;

    /// <summary>Whether <paramref name="right"/> contains the cents of the amount in <paramref name="left"/>.</summary>
    public static bool Follow(Token left, Token right) =>
        Cents().IsMatch(right.Digits)
        && right.Box.Height < MaxHeight * left.Box.Height
        && right.Box.X0 - left.Box.X1 < MaxGap * left.Box.Height
        && right.Box.OverlapY(left.Box) > 0.4f * right.Box.Height
        && Whole().IsMatch(left.Digits);

    /// <summary>Returns the missing separator between the two; empty where it is printed.</summary>
    public static string Separator(Token left, Token right) => left.Digits[^1] is ',' or '.' || right.Digits[0] is ',' or '.' ? "" : ",";

    [GeneratedRegex(@"^[.,]?\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Cents();

    // groups of three, or digits without any separator
    [GeneratedRegex(@"^\D{0,5}(?:\d{1,3}(?:[.,]\d{3})+|\d{1,6})[.,]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
