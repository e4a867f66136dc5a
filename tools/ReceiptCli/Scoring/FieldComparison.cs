using Ocr.Contracts;

namespace Ocr.ReceiptCli.Scoring;

/// <summary>When a value counts as right.</summary>
internal static class FieldComparison
{
    private const string Accented = "áéíóúüñ";
    private const string Plain = "aeiouun";

    /// <summary>
    /// Equal character for character, case and accents included. Free text (the concept, the beneficiary's name) may differ in blanks.
    /// </summary>
    public static bool IsRight(string key, string expected, string actual) =>
        key is FieldKeys.Concepto or Truth.NameKey ? Collapse(expected) == Collapse(actual) : expected == actual;

    /// <summary>Equal but for case, accents and blanks: what a person would let pass.</summary>
    public static bool IsAlike(string expected, string actual) => Fold(expected) == Fold(actual);

    private static string Collapse(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // By a table: string.Normalize leaves accents alone where globalisation is invariant.
    private static string Fold(string text) => string.Concat(
        text.Where(character => !char.IsWhiteSpace(character)).Select(char.ToLowerInvariant)
            .Select(character => Accented.IndexOf(character, StringComparison.Ordinal) is >= 0 and var index ? Plain[index] : character));
}
