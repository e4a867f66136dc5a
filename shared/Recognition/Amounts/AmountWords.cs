using System.Text.RegularExpressions;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Amounts;

/// <summary>Classifies words by their text: amounts, units, and words that delimit an amount.</summary>
internal static partial class AmountWords
{
    private const int MinDigits = 2;
    private const int MaxDigits = 10;

    // Words with a higher confidence that do not mix digits with letters are kept as they are; so are words with at least this many letters.
    private const float Sure = 0.9f;
    private const int LongLabel = 4;

    /// <summary>Whether a word may be a number, even a misread one. Dates, times, percentages, phone numbers and masked accounts are excluded.</summary>
    public static bool MayBeAmount(Word word) =>
        word.Text.Count(char.IsAsciiDigit) is >= MinDigits and <= MaxDigits
        && !Other().IsMatch(word.Text)
        && !(word.Confidence >= Sure && Masked().IsMatch(word.Text));

    /// <summary>Whether a word delimits an amount: it was read reliably as a label, a unit or a separate number.</summary>
    public static bool IsDelimiter(Word word)
    {
        var (digits, letters) = (word.Text.Count(char.IsAsciiDigit), word.Text.Count(char.IsLetter));
        return (word.Confidence >= Sure && (digits == 0 || letters == 0)) || (letters >= LongLabel && letters > digits);
    }

    /// <summary>Whether a number contains a separator or a currency sign.</summary>
    public static bool HasSign(Word word) => Sign().IsMatch(word.Text);

    /// <summary>Whether a number contains a separator between digits.</summary>
    public static bool HasFraction(Word word) => Fraction().IsMatch(word.Text);

    /// <summary>Whether a number ends with two decimals.</summary>
    public static bool IsAmount(Word word) => Decimals().IsMatch(word.Text);

    [GeneratedRegex(@"[0-9][/:-][0-9]|%|\p{Ll}{3}|[0-9][*•·.-]*[*•·.]{2}[*•·.-]*[0-9]|^[*•·.xX-]+[0-9]{2,8}$")]
    private static partial Regex Other();

    [GeneratedRegex("^[0-9]{4}[*•·.xX]{2,}$")]
    private static partial Regex Masked();

    /// <summary>Whether a word is the sign of a currency in which receipts are paid.</summary>
    public static bool IsUnit(Word word) => Unit().IsMatch(word.Text);

    [GeneratedRegex(@"^(?:Bs\.?[SDF]?\.?|VES|VED|USD|\$)$", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    [GeneratedRegex("[.,$]|Bs|USD|VES")]
    private static partial Regex Sign();

    [GeneratedRegex("[0-9][.,][0-9]")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"[0-9][.,][0-9]{2}\D*$")]
    private static partial Regex Decimals();
}
