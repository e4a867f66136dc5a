using Ocr.Contracts;

namespace Ocr.ReceiptCli.Scoring;

/// <summary>Compares values with their truth.</summary>
internal static class FieldComparison
{
    private const string Accented = "áéíóúüñ";
    private const string Plain = "aeiouun";

    /// <summary>
    /// Whether the values are equal character for character, including case and accents. Free text (the concept, the beneficiary's name) may differ in blanks.
    /// </summary>
    public static bool IsRight(string key, string expected, string actual) =>
        key is FieldKeys.Concepto or Truth.NameKey ? Collapse(expected) == Collapse(actual) : expected == actual;

    /// <summary>Whether the values are equal except for case, accents and blanks, which a person would accept.</summary>
    public static bool IsAlike(string expected, string actual) => Fold(expected) == Fold(actual);

    private static string Collapse(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // Uses a table, because string.Normalize does not remove accents with invariant globalization.
    private static string Fold(string text) => string.Concat(
        text.Where(character => !char.IsWhiteSpace(character)).Select(char.ToLowerInvariant)
            .Select(character => Accented.IndexOf(character, StringComparison.Ordinal) is >= 0 and var index ? Plain[index] : character));
}
