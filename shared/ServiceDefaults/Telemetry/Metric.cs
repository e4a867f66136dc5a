using System.Globalization;

namespace Ocr.ServiceDefaults.Telemetry;

/// <summary>Kinds of instrument.</summary>
public enum MetricKind
{
    /// <summary>Only grows while the process lives.</summary>
    Counter,

    /// <summary>Has a value at each moment.</summary>
    Gauge,

    /// <summary>Counts values by bucket.</summary>
    Histogram,
}

/// <summary>An instrument as it is registered in <see cref="Metrics"/>: the code makes it, dashboards and alerts name it.</summary>
/// <param name="Name">OpenTelemetry's name, with dots.</param>
/// <param name="Kind">Kind of instrument.</param>
/// <param name="Unit"><c>s</c>, or what is counted in braces.</param>
/// <param name="Description">What it tells.</param>
public sealed record Metric(string Name, MetricKind Kind, string Unit, string Description)
{
    /// <summary>Keys of its tags. They name kinds, of which there are few, never receipts.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>
    /// Upper bounds of a histogram's buckets. Never left out: the exporter's default is made for milliseconds and puts whatever takes
    /// less than five seconds into the first.
    /// </summary>
    public IReadOnlyList<double> Buckets { get; init; } = [];

    /// <summary>
    /// What Prometheus calls it: dots become underscores, <c>s</c> a suffix, braces vanish, counters end in <c>_total</c> (strategy
    /// UnderscoreEscapingWithSuffixes). A histogram has <c>_bucket</c>, <c>_sum</c> and <c>_count</c> behind it.
    /// </summary>
    public string PrometheusName => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name.Replace('.', '_')}{(Unit == "s" ? "_seconds" : "")}{(Kind == MetricKind.Counter ? "_total" : "")}");
}
