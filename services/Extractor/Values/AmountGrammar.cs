using System.Globalization;
using System.Text.RegularExpressions;

namespace Ocr.Extractor.Values;

/// <summary>Amounts with or without their unit, in both conventions. Its values have a decimal point and no grouping.</summary>
internal sealed partial class AmountGrammar : IValueGrammar
{
    /// <summary>OCR put blanks or specks into the figures.</summary>
    private const double OddBlanks = 0.75;

    /// <summary>Figures stand beside it that are no part of it: one amount read as two words.</summary>
    private const double Piece = 0.7;

    public string Name => "amount";

    public IEnumerable<ValueMatch> Find(Run run, bool shared)
    {
        var found = new List<ValueMatch>();
        foreach (Match match in Pattern().Matches(run.Digits))
        {
            if (Read(match) is { } value)
            {
                found.Add(IsPiece(run.Digits, match) ? value with { Quality = value.Quality * Piece, Doubt = "Hay más cifras junto al monto: puede ser una parte" } : value);
            }
        }

        return found
            .Where(match => !shared || match.HasUnit)
            .OrderByDescending(match => (match.HasUnit ? 2 : 0) + (match.Quality >= 0.6 ? 1 : 0));
    }

    public ValueMatch? AsRead(Run run)
    {
        var match = Numbers().Match(run.Text);
        return match.Success
            ? new ValueMatch(match.Index, match.Index + match.Length, match.Value.Trim()) { Problem = "El monto no se puede leer como número", Format = "decimal" }
            : null;
    }

    private static bool IsPiece(string text, Match match) =>
        text.AsSpan(0, match.Index) is [.., (>= '0' and <= '9') or '.' or ',', ' '] || text.AsSpan(match.Index + match.Length) is [' ', (>= '0' and <= '9') or '.' or ',', ..];

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
            Doubt = parsed.Doubt,
        };
    }

    private static string Currency(string unit) => unit.ToUpperInvariant() switch
    {
        var text when text.StartsWith("USDT", StringComparison.Ordinal) => "USDT",
        var text when text.Contains('$', StringComparison.Ordinal) || text.StartsWith("USD", StringComparison.Ordinal) => "USD",
        _ => "BS",
    };

    [GeneratedRegex(
        @"(?<![\d.,/:*])(?:[-–−]\s?)?(?<before>(?:\b(?:[B8][sS]|BS|B5)\.?(?:\s?[SDsd]\b)?|\bVE[SD]|\bUSDT|\bUS[D$]?\s?\$?|\$)[.:]?\s*)?[-–−]?\s?"
        + @"(?:(?<num>\d+(?:[.,]\d{3})*[.,]\d{2})(?<after>\s?(?:[B8][sS5])(?![\w,]))"
        + @"|(?<num>\d{1,3}(?:\s\d{3})+[.,]\d{2}|\d+(?:\s?[.,](?:\s?[.,])?\s?\d+)*)(?<after>\s?(?:Bs\.?(?:\s?[SD]\b)?|BS|B5|8s|VE[SD]|USDT|USD|\$)(?!\w))?)(?![\d/:*])")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"([.,])[.,]+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\d[\d.,/ ]*")]
    private static partial Regex Numbers();
}
