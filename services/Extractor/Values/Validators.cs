using System.Collections.Frozen;
using System.Globalization;

namespace Ocr.Extractor.Values;

/// <summary>The checks that a rule may name. Each returns the Spanish reason why a value is invalid, or <see langword="null"/>.</summary>
internal static class Validators
{
    private static readonly string[] PhonePrefixes = ["0412", "0422", "0414", "0424", "0416", "0426"];

    public static FrozenDictionary<string, Func<string, ValidatorRule, DateOnly?, string?>> ByName { get; } =
        new Dictionary<string, Func<string, ValidatorRule, DateOnly?, string?>>
        {
            ["any"] = (_, _, _) => null,
            ["length"] = (value, rule, _) => Length(value, rule),
            ["amount"] = (value, rule, _) => Amount(value, rule),
            ["date"] = Date,
            ["phone"] = (value, _, _) => Phone(value),
            ["document"] = (value, rule, _) => Document(value, rule),
        }.ToFrozenDictionary();

    /// <summary>Normalizers whose form a check supports; a check that is not listed supports any text.</summary>
    public static FrozenDictionary<string, string[]> Forms { get; } = new Dictionary<string, string[]>
    {
        ["amount"] = ["two-decimals"],
        ["date"] = ["day-month-year"],
        ["phone"] = ["national-phone"],
        ["document"] = ["document", "tax-number"],
    }.ToFrozenDictionary();

    private static string? Length(string value, ValidatorRule rule) =>
        value.Length < (rule.Min ?? 0) ? $"Tiene menos de {rule.Min} caracteres"
        : value.Length > (rule.Max ?? int.MaxValue) ? $"Tiene más de {rule.Max} caracteres"
        : null;

    private static string? Amount(string value, ValidatorRule rule) =>
        !decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? "No es un monto"
        : amount < (rule.Min ?? 0) || amount > (rule.Max ?? decimal.MaxValue)
            ? string.Create(CultureInfo.InvariantCulture, $"El monto no está entre {rule.Min} y {rule.Max}")
            : null;

    /// <summary>Returns information on a valid value for the operator, Spanish, or <see langword="null"/>: a date long before the upload.</summary>
    public static string? Note(string value, ValidatorRule rule, DateOnly? arrived) =>
        rule.MaxAgeDays is { } max && arrived is { } day && ParseDate(value) is { } date && day.DayNumber - date.DayNumber > max
            ? $"La fecha es de hace más de {max} días"
            : null;

    private static string? Date(string value, ValidatorRule rule, DateOnly? arrived) =>
        ParseDate(value) is not { } date ? "No es una fecha"
        : date.Year < (rule.Min ?? 1) || date.Year > (rule.Max ?? 9999) ? $"El año no está entre {rule.Min} y {rule.Max}"
        : rule.MaxAheadDays is { } max && arrived is { } day && date.DayNumber - day.DayNumber > max ? "La fecha está en el futuro"
        : null;

    private static DateOnly? ParseDate(string value) =>
        DateOnly.TryParseExact(value, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string? Phone(string value) =>
        value.Length != PhoneGrammar.Digits || !value.All(char.IsAsciiDigit) ? "No tiene 11 dígitos"
        : PhonePrefixes.Contains(value[..4]) ? null
        : "El prefijo no es de un operador móvil venezolano";

    private static string? Document(string value, ValidatorRule rule)
    {
        var (digits, min, max) = (value.Count(char.IsAsciiDigit), rule.Min ?? 6, rule.Max ?? 10);
        return value.Length < 3 || !char.IsAsciiLetterUpper(value[0]) || value[1] != '-' ? "No tiene la forma letra-número"
            : digits < min || digits > max ? $"No tiene entre {min} y {max} dígitos"
            : null;
    }
}
