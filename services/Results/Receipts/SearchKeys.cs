using System.Globalization;

namespace Ocr.Results.Receipts;

/// <summary>Search forms of values, the same for stored and for typed values.</summary>
internal static class SearchKeys
{
    private const int NationalDigits = 10;
    private const string Accented = "áàâäãéèêëíìîïóòôöõúùûüñç";
    private const string Unaccented = "aaaaaeeeeiiiiooooouuuunc";

    /// <summary>Letters and digits of a reference, last character first, so that its end is a prefix.</summary>
    public static string ReferenceEnd(string text) => Reversed(string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());

    /// <summary>Digits of a phone without country code and leading zero, last digit first; fewer digits match its end.</summary>
    public static string PhoneEnd(string text)
    {
        var digits = Digits(text);
        return Reversed(digits.Length > NationalDigits ? digits[^NationalDigits..] : digits);
    }

    /// <summary>Digits of an identity document, last digit first.</summary>
    public static string DocumentEnd(string text) => Reversed(Digits(text));

    /// <summary>A name without accents and case, with single blanks.</summary>
    public static string Name(string text)
    {
        // The programs run without culture data, so the framework does not decompose letters.
        var plain = text.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => Plain(char.ToLowerInvariant(c)));
        return string.Join(' ', string.Concat(plain).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A name from its second word.</summary>
    public static string Rest(string name) => name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? name[(blank + 1)..] : "";

    /// <summary>First text after all texts that begin with a key, in the order of code points.</summary>
    public static string After(string key) => key + "\U0010FFFF";

    private static char Plain(char letter) => Accented.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var index ? Unaccented[index] : letter;

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Reversed(string text) => string.Concat(text.Reverse());
}
