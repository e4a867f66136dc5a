using System.Globalization;
using System.Text.RegularExpressions;

namespace Ocr.Extractor.Values;

/// <summary>Dates in every form that receipts print, including blanks that OCR adds; day first, except in the United States' form. Its values are ISO 8601.</summary>
internal sealed partial class DateGrammar(bool monthFirst) : IValueGrammar
{
    /// <summary>Factor for <c>4/02/2025</c>: the month has a leading zero and the day has none, so that a digit may be cropped.</summary>
    private const double ShortDay = 0.7;

    private static readonly string[] Months =
        ["ene|jan", "feb", "mar", "abr|apr", "may", "jun", "jul", "ago|aug", "sep|set", "oct", "nov", "dic|dec"];

    /// <summary><c>date</c>, or <c>date-us</c> with the month first.</summary>
    public string Name => monthFirst ? "date-us" : "date";

    public IEnumerable<ValueMatch> Find(Run run, bool shared)
    {
        foreach (Match match in DayFirst().Matches(run.Digits))
        {
            yield return Read(match, Number(match, monthFirst ? "d" : "m"), monthFirst ? "m" : "d");
        }

        foreach (Match match in YearFirst().Matches(run.Digits))
        {
            yield return Read(match, Number(match, "m"));
        }

        // restored digits change the letters of a month in the same word: 27-oct-2024
        foreach (var text in (string[])[run.Text, run.Digits])
        {
            foreach (var match in Named().Matches(text).Concat(NamedFirst().Matches(text)))
            {
                if (Month(match.Groups["m"].Value) is { } month)
                {
                    yield return Read(match, month);
                }
            }
        }
    }

    public ValueMatch? AsRead(Run run)
    {
        var match = Numbers().Match(run.Text);
        return match.Success
            ? new ValueMatch(match.Index, match.Index + match.Length, match.Value.Trim()) { Problem = "La fecha no se puede leer" }
            : null;
    }

    private static ValueMatch Read(Match match, int month, string day = "d")
    {
        var year = Number(match, "y");
        year += year < 100 ? 2000 : 0;
        var (start, end) = (match.Index, match.Index + match.Length);
        var odd = match.Groups[day].Length == 1 && match.Groups["m"].Value.StartsWith('0');
        if (DateOnly.TryParseExact($"{year:0000}-{month:00}-{Number(match, day):00}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            var iso = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return new ValueMatch(start, end, iso)
            {
                Quality = odd ? ShortDay : 1,
                Doubt = odd ? "El día tiene un solo dígito y el mes dos" : null,
                Format = "dd/mm/yyyy",
                Parsed = iso,
            };
        }

        return new ValueMatch(start, end, match.Value) { Problem = "La fecha no existe en el calendario", Quality = 0.3 };
    }

    private static int? Month(string name)
    {
        var index = Array.FindIndex(Months, month => month.Split('|').Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)));
        return index < 0 ? null : index + 1;
    }

    private static int Number(Match match, string group) =>
        int.Parse(Run.Squeeze(match.Groups[group].Value), NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})\s?(?<s>[/\-.])\s?(?<m>\d{1,2})\s?\k<s>\s?(?<y>2\s?0\s?\d\s?\d(?![\d:])|\d{2}(?![\d/]))")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<!\d)(?<y>20\d{2})\s?[/\-.]\s?(?<m>\d{1,2})\s?[/\-.]\s?(?<d>\d{1,2})(?![\d/])")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})\s?(?:de\s|[/\-.])?\s?(?<m>[A-Za-z]{3,10})\.?,?\s?(?:de\s|del\s|[/\-.])?\s?(?<y>20\d{2}|\d{2}(?![\d:]))(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![A-Za-z])(?<m>[A-Za-z]{3,10})\.?\s(?<d>\d{1,2}),?\s(?<y>20\d{2})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex NamedFirst();

    [GeneratedRegex(@"\d{1,2}\s?[/\-.]\s?[\d/\-. ]*\d")]
    private static partial Regex Numbers();
}
