using System.Globalization;

namespace Ocr.Extractor.Values;

/// <summary>A parsed number.</summary>
/// <param name="Value">The number.</param>
/// <param name="Quality">0–1: certainty of its decimals.</param>
/// <param name="Doubt">Reason for doubt, Spanish.</param>
/// <param name="HasDecimals">Whether decimals are printed.</param>
internal readonly record struct ReadNumber(decimal Value, double Quality, string? Doubt, bool HasDecimals);

/// <summary>Parses numbers in both formats, distinguished by their separators.</summary>
internal static class DecimalNumber
{
    /// <summary>Parses <c>1.234,56</c>, <c>1,234.56</c>, <c>1234,5</c>, <c>1.234</c>, <c>1234</c>, and <c>1.23456</c> as 1234.56.</summary>
    /// <param name="text">Digits and separators only; the first is a digit.</param>
    /// <returns>The number, or <see langword="null"/> when the text is not one.</returns>
    public static ReadNumber? Parse(string text)
    {
        var last = text.LastIndexOfAny(['.', ',']);
        if (last < 0)
        {
            return Value(text, "", 0.4, "No se ven los decimales: puede faltar la coma");
        }

        var (whole, tail) = (text[..last], text[(last + 1)..]);
        var groups = whole.Split('.', ',');
        var mixed = whole.AsSpan().ContainsAny('.', ',') && !whole.Contains(text[last], StringComparison.Ordinal);
        if (tail.Length is 1 or 2)
        {
            var sound = WellGrouped(groups) && (groups.Length == 1 || mixed);
            return whole is ['0', _, ..] ? Value(string.Concat(groups), tail, 0.4, "Empieza por cero: puede faltar un dígito")
                : tail.Length == 1 ? Value(string.Concat(groups), tail, 0.5, "Se ve un solo decimal: puede faltar el otro")
                : sound ? Value(string.Concat(groups), tail, 1, null)
                : Value(string.Concat(groups), tail, 0.65, "Los puntos y las comas no están donde suelen");
        }

        if (tail.Length == 3 && !mixed && WellGrouped(groups) && groups[0].Length <= 3)
        {
            return Value(string.Concat(groups) + tail, "", 0.8, "No se ven los decimales");
        }

        // 16.223⁰⁰: the reader merged raised cents with the last group
        return tail.Length == 5 && !mixed && groups[0][0] != '0' && WellGrouped([.. groups, tail[..3]])
            ? Value(string.Concat(groups) + tail[..3], tail[3..], 0.5, "No se ve la coma de los decimales")
            : null;
    }

    /// <summary>Formats a number with a point and two decimals.</summary>
    public static string Format(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static bool WellGrouped(string[] groups) =>
        groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3));

    private static ReadNumber? Value(string whole, string fraction, double quality, string? doubt) =>
        whole.Length is > 0 and <= 15
            && decimal.TryParse($"{whole}.{fraction}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new ReadNumber(value, quality, doubt, fraction.Length > 0)
            : null;
}
