using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ocr.Contracts;

namespace Ocr.Ingest.Upload;

/// <summary>Names under which receipts are known: <c>20250711-A--123456@lid_Juan_14-30.png</c>.</summary>
public static partial class StoredNames
{
    private const string Blank = "x";

    /// <summary>The name without a suffix and extension. Letters and digits of any alphabet stay, blanks become <c>-</c>, the rest goes.</summary>
    /// <param name="metadata">Valid metadata.</param>
    public static string Stem(ReceiptMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return $"{metadata.DrawDate}-{metadata.DrawNumber}--{Clean(metadata.WhatsappId)}_{Clean(metadata.SenderName)}_{metadata.SentAt}";
    }

    /// <summary>Reads the fields out of a name that already has the stored form; <see langword="null"/> when it has not, or they are not valid.</summary>
    /// <param name="fileName">The client's file name.</param>
    public static IReadOnlyDictionary<string, string>? Parse(string fileName)
    {
        var match = StoredForm().Match(fileName);
        if (!match.Success)
        {
            return null;
        }

        var fields = MetadataRules.Required.ToDictionary(field => field, field => match.Groups[field].Value);
        return fields.All(item => MetadataRules.Check(item.Key, item.Value) is null) ? fields : null;
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                clean.Append('-');
            }
            else if (Rune.IsLetterOrDigit(rune) || rune.Value is '@' or '-' or '_' || IsMark(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.Length == 0 ? Blank : clean.ToString();
    }

    // Vowel signs and accents that many alphabets write as characters of their own.
    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    [GeneratedRegex(
        @"^(?<fechasorteo>[0-9]{8})-(?<numerosorteo>[A-Z]|[0-9]{1,2})--(?<idWhatsapp>[^_/\\]+@lid)_(?<nombre>[^/\\]+?)_(?<horamin>[0-9]{2}-[0-9]{2})"
        + @"(?:_[0-9]{1,6})?\.(?:png|jpe?g|webp|heic)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StoredForm();
}
