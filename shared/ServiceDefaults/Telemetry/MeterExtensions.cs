using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Ocr.ServiceDefaults.Telemetry;

/// <summary>Creates registered instruments.</summary>
public static class MeterExtensions
{
    /// <summary>
    /// Adds the class with a service's instruments, and the stage clock, and creates it at start, so that counters without events are
    /// exported as 0.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    public static IServiceCollection AddInstruments<T>(this IServiceCollection services)
        where T : class
    {
        services.TryAddSingleton<StageClock>();
        return services.AddSingleton<T>().AddHostedService<Starter<T>>();
    }

    /// <summary>
    /// Creates a counter. A counter without tags, and the given values of a counter with one tag, are exported from the start, as 0, so that an alert on a
    /// rate detects the first increase.
    /// </summary>
    /// <param name="meter">The service's meter.</param>
    /// <param name="metric">The instrument; with values it has one tag.</param>
    /// <param name="values">Known values of the tag.</param>
    public static Counter<long> Counter(this Meter meter, Metric metric, params IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var counter = Of(meter, metric, MetricKind.Counter).CreateCounter<long>(metric.Name, metric.Unit, metric.Description);
        if (metric.Tags.Count == 0)
        {
            counter.Add(0);
        }

        foreach (var value in values)
        {
            counter.Add(0, new KeyValuePair<string, object?>(metric.Tags.Single(), value));
        }

        return counter;
    }

    /// <summary>Creates a histogram with its buckets.</summary>
    /// <param name="meter">The service's meter.</param>
    /// <param name="metric">The instrument.</param>
    public static Histogram<double> Histogram(this Meter meter, Metric metric) =>
        Of(meter, metric, MetricKind.Histogram).CreateHistogram(
            metric.Name, metric.Unit, metric.Description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = metric.Buckets });

    /// <summary>Creates a gauge.</summary>
    /// <param name="meter">The service's meter.</param>
    /// <param name="metric">The instrument.</param>
    /// <param name="observe">Returns its current value and must be cheap; empty when the value is not known.</param>
    public static void Gauge(this Meter meter, Metric metric, Func<IEnumerable<Measurement<double>>> observe) =>
        Of(meter, metric, MetricKind.Gauge).CreateObservableGauge(metric.Name, observe, metric.Unit, metric.Description);

    /// <summary>Creates a gauge without tags.</summary>
    /// <param name="meter">The service's meter.</param>
    /// <param name="metric">The instrument.</param>
    /// <param name="observe">Returns its current value and must be cheap.</param>
    public static void Gauge(this Meter meter, Metric metric, Func<double> observe) =>
        Of(meter, metric, MetricKind.Gauge).CreateObservableGauge(metric.Name, observe, metric.Unit, metric.Description);

    private static Meter Of(Meter meter, Metric metric, MetricKind kind)
    {
        ArgumentNullException.ThrowIfNull(meter);
        ArgumentNullException.ThrowIfNull(metric);
        return metric.Kind == kind ? meter : throw new ArgumentException($"{metric.Name} is a {metric.Kind}.", nameof(metric));
    }

    // The first resolution creates the instance.
    private sealed class Starter<T>(T instruments) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            _ = instruments;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
