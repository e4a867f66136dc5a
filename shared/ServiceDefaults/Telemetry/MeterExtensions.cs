using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Ocr.ServiceDefaults.Telemetry;

/// <summary>Makes registered instruments.</summary>
public static class MeterExtensions
{
    /// <summary>
    /// Adds the class that holds a service's instruments, and the clock of the stages, and makes it at start, so that what did not happen
    /// yet is exported as such.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    public static IServiceCollection AddInstruments<T>(this IServiceCollection services)
        where T : class
    {
        services.TryAddSingleton<StageClock>();
        return services.AddSingleton<T>().AddHostedService<Starter<T>>();
    }

    /// <summary>Makes a counter. One without tags is exported from the start, as 0: an alert on its rate then sees its first rise.</summary>
    /// <param name="meter">The service's meter.</param>
    /// <param name="metric">What to make.</param>
    public static Counter<long> Counter(this Meter meter, Metric metric)
    {
        var counter = Of(meter, metric, MetricKind.Counter).CreateCounter<long>(metric.Name, metric.Unit, metric.Description);
        if (metric.Tags.Count == 0)
        {
            counter.Add(0);
        }

        return counter;
    }

    /// <summary>Makes a histogram with its buckets.</summary>
    /// <param name="meter">The service's meter.</param>
    /// <param name="metric">What to make.</param>
    public static Histogram<double> Histogram(this Meter meter, Metric metric) =>
        Of(meter, metric, MetricKind.Histogram).CreateHistogram(
            metric.Name, metric.Unit, metric.Description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = metric.Buckets });

    /// <summary>Makes a gauge.</summary>
    /// <param name="meter">The service's meter.</param>
    /// <param name="metric">What to make.</param>
    /// <param name="observe">Its value now, cheap to get; empty when it is not known.</param>
    public static void Gauge(this Meter meter, Metric metric, Func<IEnumerable<Measurement<double>>> observe) =>
        Of(meter, metric, MetricKind.Gauge).CreateObservableGauge(metric.Name, observe, metric.Unit, metric.Description);

    /// <summary>Makes a gauge without tags.</summary>
    /// <param name="meter">The service's meter.</param>
    /// <param name="metric">What to make.</param>
    /// <param name="observe">Its value now, cheap to get.</param>
    public static void Gauge(this Meter meter, Metric metric, Func<double> observe) =>
        Of(meter, metric, MetricKind.Gauge).CreateObservableGauge(metric.Name, observe, metric.Unit, metric.Description);

    private static Meter Of(Meter meter, Metric metric, MetricKind kind)
    {
        ArgumentNullException.ThrowIfNull(meter);
        ArgumentNullException.ThrowIfNull(metric);
        return metric.Kind == kind ? meter : throw new ArgumentException($"{metric.Name} is a {metric.Kind}.", nameof(metric));
    }

    // Whoever asks for the instance makes it.
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
