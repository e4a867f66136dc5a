using System.Globalization;

namespace Ocr.Extractor.Values;

/// <summary>Numbers in both conventions, told apart by their separators.</summary>
internal static class DecimalNumber
{
    private const double LostComma = 0.4;
    private const double OddGroups = 0.65;

    /// <summary>Reads <c>1.234,56</c>, <c>1,234.56</c>, <c>1234,5</c>, <c>1.234</c>, <c>1234</c>.</summary>
    /// <param name="text">Digits and separators only.</param>
    /// <returns>The number and how sure its decimals are (0–1), or <see langword="null"/> when it is none.</returns>
    public static (decimal Value, double Quality)? Parse(string text)
    {
        var last = text.LastIndexOfAny(['.', ',']);
        if (last < 0)
        {
            return Value(text, "", LostComma);
        }

        var (whole, tail) = (text[..last], text[(last + 1)..]);
        var groups = whole.Split('.', ',');
        var mixed = whole.AsSpan().ContainsAny('.', ',') && !whole.Contains(text[last], StringComparison.Ordinal);
        if (tail.Length is 1 or 2)
        {
            var sound = WellGrouped(groups) && (groups.Length == 1 || mixed);
            return Value(string.Concat(groups), tail, sound ? 1 : OddGroups);
        }

        if (tail.Length == 3 && !mixed && WellGrouped(groups))
        {
            return Value(string.Concat(groups) + tail, "", 0.8);
        }

        return null;
    }

    /// <summary>With a point and two decimals.</summary>
    public static string Format(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static bool WellGrouped(string[] groups) =>
        groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3));

    private static (decimal, double)? Value(string whole, string fraction, double quality) =>
        whole.Length is > 0 and <= 15
            && decimal.TryParse($"{whole}.{fraction}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? (value, quality)
            : null;
}
