using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ocr.Contracts;

namespace Ocr.Ingest.Upload;

/// <summary>Stored names of receipts: <c>20250711-A--123456@lid_Juan_14-30.png</c>.</summary>
public static partial class StoredNames
{
    private const string Blank = "x";

    /// <summary>The name without a suffix and extension. Letters and digits of any alphabet are kept, blanks become <c>-</c>, other characters are removed.</summary>
    /// <param name="metadata">Valid metadata.</param>
    public static string Stem(ReceiptMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return $"{metadata.DrawDate}-{metadata.DrawNumber}--{Clean(metadata.WhatsappId)}_{Clean(metadata.SenderName)}_{metadata.SentAt}";
    }

    /// <summary>Parses the fields of a name in the stored form; <see langword="null"/> when the form or a field is not valid.</summary>
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

    // Vowel signs and accents, which are separate characters in many alphabets.
    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    [GeneratedRegex(
        @"^(?<fechasorteo>[0-9]{8})-(?<numerosorteo>[A-Z]|[0-9]{1,2})--(?<idWhatsapp>[^_/\\]+@lid)_(?<nombre>[^/\\]+?)_(?<horamin>[0-9]{2}-[0-9]{2})"
        + @"(?:_[0-9]{1,6})?\.(?:png|jpe?g|webp|heic)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StoredForm();
}
