using System.Globalization;
using System.Text.RegularExpressions;

namespace Ocr.Load.Deployment;

/// <summary>A Prometheus histogram: cumulative counts by upper bound.</summary>
internal sealed class Buckets : SortedDictionary<double, double>
{
    /// <summary>Returns a quantile by linear interpolation within buckets, as Prometheus' histogram_quantile; NaN without values.</summary>
    /// <param name="share">0–1.</param>
    public double Quantile(double share)
    {
        var total = Values.LastOrDefault();
        var (low, below) = (0.0, 0.0);
        foreach (var (high, count) in this)
        {
            if (total > 0 && count >= share * total)
            {
                return double.IsPositiveInfinity(high) ? low : low + ((high - low) * (share * total - below) / (count - below));
            }

            (low, below) = (high, count);
        }

        return double.NaN;
    }
}

/// <summary>Waiting and working time of receipts per stage, from the services' metrics.</summary>
internal sealed partial class StageTimes
{
    private readonly Dictionary<(string Stage, string Part), Buckets> _buckets = [];

    public IEnumerable<(string Stage, string Part)> Keys => _buckets.Keys;

    public Buckets this[string stage, string part] => _buckets.GetValueOrDefault((stage, part)) ?? [];

    /// <summary>Scrapes all services and sums their histograms.</summary>
    public static async Task<StageTimes> ScrapeAsync(IEnumerable<Uri> services, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        var times = new StageTimes();
        foreach (var service in services)
        {
            times.Add(await client.GetStringAsync(service, cancellationToken));
        }

        return times;
    }

    /// <summary>Adds the exposition of one service.</summary>
    public void Add(string exposition)
    {
        foreach (Match line in Line().Matches(exposition))
        {
            var bound = line.Groups["le"].Value == "+Inf" ? double.PositiveInfinity : double.Parse(line.Groups["le"].Value, CultureInfo.InvariantCulture);
            var key = (line.Groups["stage"].Value, line.Groups["part"].Value);
            var buckets = _buckets.TryGetValue(key, out var known) ? known : _buckets[key] = [];
            buckets[bound] = buckets.GetValueOrDefault(bound) + double.Parse(line.Groups["count"].Value, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Returns the values since an earlier scrape.</summary>
    public StageTimes Since(StageTimes earlier)
    {
        var times = new StageTimes();
        foreach (var (key, buckets) in _buckets)
        {
            var before = earlier[key.Stage, key.Part];
            var difference = times._buckets[key] = [];
            foreach (var (bound, count) in buckets)
            {
                difference[bound] = count - before.GetValueOrDefault(bound);
            }
        }

        return times;
    }

    // receipts_stage_duration_seconds_bucket{otel_scope_name="Ocr.Stages",part="wait",stage="store",le="0.1"} 12 1763930000000
    [GeneratedRegex("""^receipts_stage_duration_seconds_bucket\{(?=[^}]*\bstage="(?<stage>\w+)")(?=[^}]*\bpart="(?<part>\w+)")(?=[^}]*\ble="(?<le>[^"]+)")[^}]*\} (?<count>\d+)""", RegexOptions.Multiline)]
    private static partial Regex Line();
}
