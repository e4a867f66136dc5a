using System.Globalization;
using System.Text.RegularExpressions;

namespace Ocr.Extractor.Values;

/// <summary>Amounts with or without their unit, in both number formats. Its values have a decimal point and no grouping.</summary>
internal sealed partial class AmountGrammar : IValueGrammar
{
    /// <summary>Factor when there are blanks or specks between the digits.</summary>
    private const double OddBlanks = 0.75;

    /// <summary>Currency of an amount with a unit of bolívares, or without a unit.</summary>
    public const string Bolivares = "BS";

    public string Name => "amount";

    public IEnumerable<ValueMatch> Find(Run run, bool shared)
    {
        var found = new List<ValueMatch>();
        foreach (Match match in Pattern().Matches(run.Digits))
        {
            if (Read(match) is { } value)
            {
                found.Add(IsPiece(run.Digits, match) ? value.AsPiece("al monto") : value);
            }
        }

        return found
            .Where(match => !shared || match.HasUnit)
            .OrderByDescending(match => Rank(match) + (match.Quality >= 0.6 ? 1 : 0));
    }

    public ValueMatch? AsRead(Run run)
    {
        var match = Numbers().Match(run.Text);
        return match.Success
            ? new ValueMatch(match.Index, match.Index + match.Length, match.Value.Trim()) { Problem = "El monto no se puede leer como número", Format = "decimal" }
            : null;
    }

    /// <summary>Ranks bolívares before other currencies: an equivalent is printed next to the amount.</summary>
    private static int Rank(ValueMatch match) => match switch { { Currency: Bolivares, HasUnit: true } => 4, { HasUnit: false } => 2, _ => 0 };

    /// <summary>Whether there are more digits beside it. A unit between them shows that the amount begins or ends there.</summary>
    private static bool IsPiece(string text, Match match) =>
        (!match.Groups["before"].Success && EndsInNumber(text.AsSpan(0, match.Index)))
        || (!match.Groups["after"].Success && text.AsSpan(match.Index + match.Length) is [' ', (>= '0' and <= '9') or '.' or ',', ..]);

    /// <summary>
    /// Whether a text ends in a digit and a blank or a misread separator (<c>1'284,56</c>), or in a separator and a blank that are not the end of a
    /// word, as in <c>Fact. </c>.
    /// </summary>
    private static bool EndsInNumber(ReadOnlySpan<char> text) =>
        text is [.., (>= '0' and <= '9'), ' '] || JoinedDigit().IsMatch(text) || (text is [.., '.' or ',', ' '] && !(text.Length > 2 && char.IsLetter(text[^3])));

    private static ValueMatch? Read(Match match)
    {
        var printed = match.Groups["num"].Value;
        var number = Separators().Replace(Run.Squeeze(printed), "$1");
        if (DecimalNumber.Parse(number) is not { } parsed)
        {
            return null;
        }

        var unit = match.Groups["before"].Success ? match.Groups["before"].Value : match.Groups["after"].Value;
        return new ValueMatch(match.Index, match.Index + match.Length, parsed.Value.ToString(CultureInfo.InvariantCulture))
        {
            Quality = number.Length == printed.Length ? parsed.Quality : parsed.Quality * OddBlanks,
            Format = "decimal",
            HasUnit = unit.Trim().Length > 0,
            Currency = Currency(unit.Trim()),
            // no bank groups by blanks: a digit before one may be a speck, or belong to something else
            Doubt = parsed.Doubt ?? (Grouped().IsMatch(printed) ? "Hay un espacio entre las cifras del monto" : null),
            // a unit after the digits shows that they end there
            Flaw = parsed.HasDecimals || match.Groups["after"].Value.Trim().Length > 0 ? null : "No se ve el final del monto: faltan los decimales",
        };
    }

    /// <summary>Returns the currency of a printed unit; <see langword="null"/> for any other word.</summary>
    public static string? CurrencyOf(string word) => Unit().IsMatch(word) ? Currency(word) : null;

    private static string Currency(string unit) => unit.TrimStart('(', '-').ToUpperInvariant() switch
    {
        var text when text.StartsWith("USDT", StringComparison.Ordinal) => "USDT",
        var text when text.Contains('$', StringComparison.Ordinal) || text.StartsWith("USD", StringComparison.Ordinal) || text.StartsWith('D') => "USD",
        var text when text.StartsWith("EUR", StringComparison.Ordinal) || text.StartsWith('€') => "EUR",
        var text when text.StartsWith("COP", StringComparison.Ordinal) => "COP",
        _ => Bolivares,
    };

    // An amount with a unit before it does not take the one before the next amount.
    [GeneratedRegex(
        @"(?<![\d.,/:*])(?:[-–−]\s?)?(?<before>(?:\b(?:[B8][sS]|BS|B5)\.?(?:\s?[SDsd]\b)?|\bVE[SD]|\bUSDT|\bU\$S|\bUS[D$]?\s?\$?|\$|\bEUR|€|\bCOP)[.:]?\s*)?[-–−]?\s?"
        + @"(?:(?<num>\d+(?:[.,]\d{3})*[.,]\d{2})(?<after>\s?(?:[B8][sS5])(?![\w,]))(?(before)(?!\.?\s*\d))"
        + @"|(?<num>(?>\d{1,3}(?:\s\d{3})+[.,]\d{2}|\d+(?:\s?[.,](?:\s?[.,])?\s?\d+)*))(?:(?<after>\s?(?:Bs\.?(?:\s?[SD]\b)?|BS|B5|8s|VE[SD]|USDT|USD|\$|EUR|€|COP|[Dd][óo]lares|[Ee]uros)(?!\w))(?(before)(?!\.?\s*\d)))?)(?![\d/:*°""'’^~A-Za-z])")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^[(-]?(?:[B8][sS5]\.?(?:[SDsd]\b)?|VE[SD]|USDT|U\$S|US[D$]|\$|EUR|€|COP|[Dd][óo]lar(?:es)?|D[ÓO]LARES|[Ee]uros?|EUROS?)[.:)]*$")]
    private static partial Regex Unit();

    [GeneratedRegex(@"\d\s+\d")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\d[^\s\dA-Za-z]{0,2}$")]
    private static partial Regex JoinedDigit();

    [GeneratedRegex(@"([.,])[.,]+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\d[\d.,/ ]*")]
    private static partial Regex Numbers();
}
