using System.Text.RegularExpressions;

namespace Ocr.Extractor.Values;

/// <summary>Venezuelan mobile phones, complete or masked. Its values are the digits as printed, with or without the country code.</summary>
internal sealed partial class PhoneGrammar : IValueGrammar
{
    /// <summary>Number of digits of a phone, including its leading 0.</summary>
    public const int Digits = 11;

    private const double SlashForSeven = 0.5;
    private const int MinDigits = 6;

    public string Name => "phone";

    public IEnumerable<ValueMatch> Find(Run run, bool shared)
    {
        foreach (Match match in Whole().Matches(run.Digits))
        {
            yield return Read(match, OnlyDigits(match.Value), 1);
        }

        foreach (Match match in Masked().Matches(run.Digits))
        {
            var value = Mask(match.Value);
            if (value.Count(IsMask) >= 2 && value.Count(char.IsAsciiDigit) >= 4)
            {
                yield return new ValueMatch(match.Index, match.Index + match.Length, value)
                {
                    Masked = true,
                    Problem = "El comprobante muestra el teléfono enmascarado",
                    Format = "venezolano",
                    Prefix = value[..4],
                };
            }
        }

        foreach (Match match in Slashed().Matches(run.Digits))
        {
            if (Whole().Match(match.Value.Replace('/', '7')) is { Success: true, Index: 0 } read && read.Length == match.Length)
            {
                yield return Read(match, OnlyDigits(read.Value), SlashForSeven);
            }
        }
    }

    public ValueMatch? AsRead(Run run)
    {
        var match = Numbers().Match(run.Digits);
        return match.Success && match.Value.Count(char.IsAsciiDigit) >= MinDigits
            ? new ValueMatch(match.Index, match.Index + match.Length, Run.Squeeze(match.Value))
            {
                Problem = "El prefijo o la longitud no son de un teléfono móvil venezolano",
            }
            : null;
    }

    private static ValueMatch Read(Match match, string digits, double quality)
    {
        return new ValueMatch(match.Index, match.Index + match.Length, digits)
        {
            Quality = quality,
            Doubt = quality < 1 ? "Una barra se tomó por un 7" : null,
            Format = "venezolano",
            Prefix = $"0{digits[^(Digits - 1)..^(Digits - 4)]}",
            Length = Digits,
        };
    }

    /// <summary>
    /// Returns digits and mask without separators. Dots merge in small print, so that a run of them gets the length of
    /// the digits it hides instead of the number of dots read; asterisks are counted as read.
    /// </summary>
    private static string Mask(string printed)
    {
        var value = Marks.Unify(string.Concat(printed.Where(c => char.IsAsciiDigit(c) || IsMask(c))));
        var hidden = Digits - value.Count(char.IsAsciiDigit);
        return hidden > 0 && value.All(c => char.IsAsciiDigit(c) || IsDot(c)) ? Dots().Replace(value, new string('.', hidden), 1) : value;
    }

    private static bool IsDot(char c) => c is '.' or '…' or '·' or '•';

    private static string OnlyDigits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static bool IsMask(char c) => c == '.' || Marks.IsMark(c);

    [GeneratedRegex(
        @"(?<![\d*])(?:\(?(?:\+|00)?58\)?[\s\-.]{0,3}\(?0?|\(?0)4\s?(?:1[246]|2[246])\)?[\s\-./]{0,3}\d(?:[\s\-.]{0,1}\d){6}(?![\d*])")]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"(?<!\d)0(?:4(?:1[246]|2[246]|[*•·●xX#]{2})|[*•·●]{3})[\s\-]*\d{0,5}[\s\-]*(?:[*•·●….xX#]+[\s\-]*)+\d{0,5}(?!\d)")]
    private static partial Regex Masked();

    [GeneratedRegex("[.…·•]+")]
    private static partial Regex Dots();

    [GeneratedRegex(@"(?<!\d)04[\d/]{9}(?![\d/])")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<!\S)\S*\d\S*(?:\s\S*\d\S*)*")]
    private static partial Regex Numbers();
}
