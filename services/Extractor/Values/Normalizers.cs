using System.Collections.Frozen;
using System.Globalization;

namespace Ocr.Extractor.Values;

/// <summary>Converts the value of a grammar to the reported form.</summary>
/// <param name="Name">Name in the rules.</param>
/// <param name="Grammars">Grammars whose values it supports; empty for all.</param>
/// <param name="Apply">Converts the grammar's form to the field's.</param>
internal sealed record Normalizer(string Name, IReadOnlyList<string> Grammars, Func<string, string> Apply)
{
    public bool Understands(string grammar) => Grammars.Count == 0 || Grammars.Contains(grammar);
}

/// <summary>The normalizers that a rule may name; <c>docs/fields.md</c> documents the forms.</summary>
internal static class Normalizers
{
    /// <summary>The default normalizer.</summary>
    public const string AsRead = "as-read";

    public static FrozenDictionary<string, Normalizer> ByName { get; } = new Normalizer[]
    {
        new(AsRead, [], value => value),
        new("one-line", [], value => Run.Flatten(value).Trim()),
        new("no-blanks", [], Run.Squeeze),
        new("two-decimals", ["amount"], value => DecimalNumber.Format(decimal.Parse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))),
        new("day-month-year", ["date", "date-us"], value => DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)),
        new("national-phone", ["phone"], value => "0" + value[^(PhoneGrammar.Digits - 1)..]),
        new("document", ["document"], value => new DocumentNumber(value).AsDocument),
        new("tax-number", ["tax-number"], value => new DocumentNumber(value).AsTaxNumber),
    }.ToFrozenDictionary(normalizer => normalizer.Name);
}
