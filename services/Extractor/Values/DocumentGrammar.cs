using System.Text.RegularExpressions;

namespace Ocr.Extractor.Values;

/// <summary>Identity documents, with and without letter, dots and check digit. Its values have the form of <see cref="DocumentNumber"/>.</summary>
internal sealed partial class DocumentGrammar(IReadOnlySet<string> bankDocuments, bool taxNumber) : IValueGrammar
{
    private const double Inferred = 0.9;
    private const double SlashForSeven = 0.5;

    /// <summary>Digits of a person's number; numbers of other documents are padded with zeros.</summary>
    private const int PersonLength = 8;

    /// <summary><c>document</c> for the cédula, <c>tax-number</c> for the RIF.</summary>
    public string Name => taxNumber ? "tax-number" : "document";

    public IEnumerable<ValueMatch> Find(Run run, bool shared)
    {
        var found = Pattern().Matches(run.Digits)
            .Where(match => match.Groups["l"].Success || !shared)
            .Select(match => Read(run.Digits, match))
            .OfType<ValueMatch>()
            .OrderBy(match => match.PrefixInferred);
        return shared ? found : found.Concat(Slashed().Matches(run.Digits).Select(ReadSlashed).OfType<ValueMatch>());
    }

    public ValueMatch? AsRead(Run run)
    {
        var match = Numbers().Match(run.Digits);
        return taxNumber || !match.Success || IsBanks(string.Concat(match.Value.Where(char.IsAsciiDigit)))
            ? null
            : new ValueMatch(match.Index, match.Index + match.Length, Run.Squeeze(match.Value))
            {
                Problem = "La longitud no es la de un documento de identidad",
            };
    }

    private ValueMatch? Read(string text, Match match) =>
        Read(match, match.Groups["d"].Value, 1) is not { } value ? null
        : IsPiece(text, match) ? value.AsPiece("al documento")
        : value;

    /// <summary>Whether a few more digits stand beside it in its line: the reader may have split the number. A letter shows where it begins.</summary>
    private static bool IsPiece(string text, Match match) =>
        DigitsAfter().IsMatch(text.AsSpan(match.Index + match.Length))
        || (!match.Groups["l"].Success && DigitsBefore().IsMatch(text.AsSpan(0, match.Index)));

    private ValueMatch? ReadSlashed(Match match)
    {
        var digits = match.Groups["d"].Value.Replace('/', '7');
        return digits.Length is 7 or 8 ? Read(match, digits, SlashForSeven) : null;
    }

    private ValueMatch? Read(Match match, string printed, double quality)
    {
        var digits = string.Concat(printed.Where(char.IsAsciiDigit));
        var check = match.Groups["k"].Value;
        var letter = match.Groups["l"].Success ? match.Groups["l"].Value.ToUpperInvariant() : "V";
        var inferred = !match.Groups["l"].Success;
        digits = letter is "V" or "E" && digits.Length > PersonLength ? digits.TrimStart('0') : digits;
        if (digits.Length is < 6 or > 9 || IsBanks(digits + check))
        {
            return null;
        }

        if (taxNumber && (inferred || !(DocumentNumber.IsLegal(letter) || check.Length > 0)))
        {
            return null;
        }

        return new ValueMatch(match.Index, match.Index + match.Length, check.Length > 0 ? $"{letter}{digits}-{check}" : letter + digits)
        {
            Quality = inferred ? quality * Inferred : quality,
            Doubt = quality < 1 ? "Una barra se tomó por un 7" : null,
            Note = inferred ? "El comprobante no muestra la letra del documento; se supone V" : null,
            Format = "venezolana",
            Prefix = $"{letter}-",
            Length = digits.Length,
            PrefixInferred = inferred,
        };
    }

    /// <summary>Whether it is a bank's own number, with at most one misread digit.</summary>
    private bool IsBanks(string digits) => bankDocuments.Any(document => Near(document.AsSpan(1), digits));

    private static bool Near(ReadOnlySpan<char> document, string digits)
    {
        if (document.Length != digits.Length)
        {
            return false;
        }

        var different = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            different += document[i] == digits[i] ? 0 : 1;
        }

        return different <= 1;
    }

    [GeneratedRegex(
        @"(?<![A-Za-z\d.,*/])(?:(?<l>[VEJGPRCvejg])\s?[-:.–—=_]?\s?[-]?\s?)?(?<d>\d{1,3}(?:\s?[.,]\s?\d{3}|\s\d{3}){2}|\d{5,10})(?:\s?-\s?(?<k>\d)(?!\d))?(?![\d/*])")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?<![A-Za-z\d.,*/])(?:(?<l>[VEJGPRC])\s?-?\s?)?(?<d>\d+/\d+)(?<k>)(?![\d/*])")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"^ \d{1,3}(?![\d.,/:\-*])")]
    private static partial Regex DigitsAfter();

    [GeneratedRegex(@"(?<![\d.,/:*]|\d-)\d{1,3} $")]
    private static partial Regex DigitsBefore();

    [GeneratedRegex(@"(?<!\S)\S*\d\S*\d\S*(?:\s\S*\d\S*)*")]
    private static partial Regex Numbers();
}
