using System.Text.RegularExpressions;

namespace Ocr.Deploy.Tests.Telemetry;

/// <summary>Finds the metrics that a PromQL expression names. Prometheus checks the syntax.</summary>
internal static partial class PromQl
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
        { "and", "or", "unless", "bool", "offset", "by", "without", "on", "ignoring", "group_left", "group_right", "inf", "nan" };

    /// <summary>Names of series: words that are not functions, operators or labels.</summary>
    public static IEnumerable<string> MetricNames(string expression)
    {
        var bare = Labels().Replace(Selectors().Replace(Texts().Replace(expression, ""), " "), " ");
        return Names().Matches(bare).Select(match => match.Value).Where(name => !Words.Contains(name)).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The expression as Grafana sends it: variables replaced.</summary>
    public static string Filled(string expression) => expression
        .Replace("$__rate_interval", "1m", StringComparison.Ordinal)
        .Replace("$__range", "1h", StringComparison.Ordinal)
        .Replace("$service", ".*", StringComparison.Ordinal)
        .Replace("$bank_code", ".*", StringComparison.Ordinal);

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Texts();

    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]")]
    private static partial Regex Selectors();

    [GeneratedRegex(@"\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)")]
    private static partial Regex Labels();

    [GeneratedRegex(@"(?<![\w:$.])[a-zA-Z_:][\w:]*(?!\w*\s*\()")]
    private static partial Regex Names();
}
