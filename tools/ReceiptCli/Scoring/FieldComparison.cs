using System.Globalization;
using System.Text;
using Ocr.Contracts;

namespace Ocr.ReceiptCli.Scoring;

/// <summary>When a value counts as right.</summary>
internal static class FieldComparison
{
    /// <summary>
    /// Equal character for character, case and accents included. Free text (the concept, the beneficiary's name) may differ in blanks.
    /// </summary>
    public static bool IsRight(string key, string expected, string actual) =>
        key is FieldKeys.Concepto or Truth.NameKey ? Collapse(expected) == Collapse(actual) : expected == actual;

    /// <summary>Equal but for case, accents and blanks: what a person would let pass.</summary>
    public static bool IsAlike(string expected, string actual) => Fold(expected) == Fold(actual);

    private static string Collapse(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (!char.IsWhiteSpace(character) && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(character));
            }
        }

        return folded.ToString();
    }
}
