using System.Globalization;

namespace Ocr.Results.Receipts;

/// <summary>Amounts as people type them: <c>11165,04</c>, <c>11.165,04</c>, <c>11,165.04</c>, <c>11165.04</c>, <c>11.165</c>, <c>Bs 500</c>.</summary>
internal static class TypedAmount
{
    private const int GroupLength = 3;
    private const int MaxDigits = 15;

    /// <summary>The amount in hundredths; <see langword="null"/> for a text that is not an amount.</summary>
    /// <param name="text">The typed text; a separator followed by three digits groups thousands, because amounts have two decimals.</param>
    public static long? Cents(string text)
    {
        var number = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        number = number.StartsWith("BS", StringComparison.OrdinalIgnoreCase) ? number[2..].TrimStart('.') : number.TrimStart('$');
        var last = number.AsSpan().LastIndexOfAny('.', ',');
        var hasDecimals = last >= 0 && number.Length - last - 1 is 1 or 2;
        var (whole, decimals) = hasDecimals ? (number[..last], number[(last + 1)..]) : (number, "");
        return Whole(whole, hasDecimals ? number[last] : null) is { Length: > 0 and <= MaxDigits } digits && decimals.All(char.IsAsciiDigit)
            ? long.Parse(digits + decimals.PadRight(2, '0'), NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>The hundredths of a stored amount, a decimal with a point.</summary>
    public static long? OfStored(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount < 1e13m && amount * 100 == decimal.Truncate(amount * 100)
            ? (long)(amount * 100)
            : null;

    // Groups use one separator, which differs from the decimal one, and all but the first have three digits.
    private static string? Whole(string text, char? decimalSeparator)
    {
        var separators = text.Where(c => !char.IsAsciiDigit(c)).Distinct().ToArray();
        if (separators.Length == 0)
        {
            return text;
        }

        var groups = text.Split(separators[0]);
        return separators is ['.' or ','] && separators[0] != decimalSeparator && groups[0].Length is > 0 and <= GroupLength && groups.Skip(1).All(group => group.Length == GroupLength)
            ? string.Concat(groups)
            : null;
    }
}
