using System.Globalization;

namespace Ocr.ServiceDefaults.Telemetry;

/// <summary>Kinds of instrument.</summary>
public enum MetricKind
{
    /// <summary>Only increases while the process runs.</summary>
    Counter,

    /// <summary>Has a value at each moment.</summary>
    Gauge,

    /// <summary>Counts values by bucket.</summary>
    Histogram,
}

/// <summary>An instrument as registered in <see cref="Metrics"/>: the code creates it; dashboards and alerts refer to it.</summary>
/// <param name="Name">OpenTelemetry's name, with dots.</param>
/// <param name="Kind">Kind of instrument.</param>
/// <param name="Unit"><c>s</c>, or what is counted in braces.</param>
/// <param name="Description">Description of the values.</param>
public sealed record Metric(string Name, MetricKind Kind, string Unit, string Description)
{
    /// <summary>Keys of its tags. Values are kinds of low cardinality, never receipts.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>
    /// Upper bounds of a histogram's buckets. Required: the exporter's default is for milliseconds and puts everything below
    /// five seconds into the first bucket.
    /// </summary>
    public IReadOnlyList<double> Buckets { get; init; } = [];

    /// <summary>
    /// The name in Prometheus: dots become underscores, <c>s</c> a suffix, braces are removed, counters end in <c>_total</c> (strategy
    /// UnderscoreEscapingWithSuffixes). A histogram has the suffixes <c>_bucket</c>, <c>_sum</c> and <c>_count</c>.
    /// </summary>
    public string PrometheusName => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name.Replace('.', '_')}{(Unit == "s" ? "_seconds" : "")}{(Kind == MetricKind.Counter ? "_total" : "")}");
}
