using System.Text.RegularExpressions;

namespace Ocr.Architecture;

/// <summary>Figures of the README that are not in the results page which their row links to.</summary>
internal static partial class ReadmeFigures
{
    /// <summary>Returns each missing figure with its page.</summary>
    /// <param name="readme">Text of the README.</param>
    /// <param name="read">Reads a page by its path in the repository.</param>
    /// <param name="rows">Number of rows with such a link.</param>
    public static IReadOnlyList<string> Missing(string readme, Func<string, string> read, out int rows)
    {
        var measured = readme.Split('\n').Select(line => Row().Match(line)).Where(match => match.Success).ToArray();
        rows = measured.Length;
        return
        [
            .. measured.SelectMany(match =>
            {
                var page = Figure().Matches(read(match.Groups["page"].Value)).Select(figure => figure.Value).ToHashSet(StringComparer.Ordinal);
                return Figure().Matches(match.Groups["values"].Value).Select(figure => figure.Value).Where(figure => !page.Contains(figure))
                    .Select(figure => $"{figure} is not in {match.Groups["page"].Value}");
            }),
        ];
    }

    // | measure | values | [name](page) |
    [GeneratedRegex(@"^\|[^|]*\|(?<values>[^|]*)\| \[[^\]]*\]\((?<page>benchmarks/results/[^)]*)\) \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Figure();
}
