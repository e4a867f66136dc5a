using System.Globalization;
using System.Text.RegularExpressions;

namespace Ocr.Extractor.Values;

/// <summary>Times of day; 12-hour times are converted to 24 hours.</summary>
internal sealed partial class TimeGrammar : IValueGrammar
{
    private const double WithoutColons = 0.6;

    public string Name => "time";

    public IEnumerable<ValueMatch> Find(Run run, bool shared)
    {
        foreach (Match match in Pattern().Matches(run.Digits))
        {
            yield return Read(match);
        }

        foreach (Match match in LostColons().Matches(run.Digits))
        {
            yield return Read(match) with { Quality = WithoutColons };
        }
    }

    private static ValueMatch Read(Match match)
    {
        int hour = Number(match, "h"), minute = Number(match, "m");
        int? second = match.Groups["s"].Success ? Number(match, "s") : null;
        var (start, end) = (match.Index, match.Index + match.Length);
        var half = match.Groups["half"].Value;
        if (minute > 59 || second > 59 || hour > 23 || (half.Length > 0 && hour == 0))
        {
            return new ValueMatch(start, end, match.Value) { Problem = "La hora no existe", Quality = 0.3 };
        }

        if (half.Length > 0 && hour <= 12)
        {
            hour = (hour % 12) + (half is "p" or "P" ? 12 : 0);
        }

        var tail = second is { } s ? $":{s:00}" : "";
        return new ValueMatch(start, end, $"{hour:00}:{minute:00}{tail}") { Format = second is null ? "HH:MM" : "HH:MM:SS" };
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<![\d:/.,])(?<h>\d{1,2})\s?[:;]\s?(?<m>\d{2})(?:\s?[:;.]\s?(?<s>\d{2}))?(?!\d)(?:\s*(?<half>[apAP])\s?[.,]?\s?[mM]?(?![A-Za-z])[.,]?)?")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?<![\d:/.,])(?<h>\d{1,2})[\s.](?<m>\d{2})(?:[\s.](?<s>\d{2}))?\s?(?<half>[apAP])\s?[.,]?\s?[mM](?![A-Za-z])[.,]?")]
    private static partial Regex LostColons();
}
