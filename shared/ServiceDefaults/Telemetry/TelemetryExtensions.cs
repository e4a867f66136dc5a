using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ocr.ServiceDefaults.Telemetry;

internal static class TelemetryExtensions
{
    private const string Bus = "MassTransit";
    private const string Ours = "Ocr.*";

    /// <summary>
    /// Traces, metrics and logs of the web server, the bus and our sources. Metrics can always be scraped; all three are
    /// sent by OTLP when an endpoint is set.
    /// </summary>
    public static void AddOcrTelemetry(this IHostApplicationBuilder builder, string service)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service, "ocr", Version()))
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(options => options.Filter = IsTraced)
                .AddHttpClientInstrumentation()
                .AddSource(Bus)
                .AddSource(Ours))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter(Bus)
                .AddMeter(Ours)
                .SetExemplarFilter(ExemplarFilterType.TraceBased)
                .AddPrometheusExporter(Names));
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry.WithLogging(configureBuilder: null, options => options.IncludeFormattedMessage = true).UseOtlpExporter();
        }
    }

    // Pinned: dashboards and alerts use these names, and the exporter supports three other translations.
    private static void Names(PrometheusAspNetCoreOptions options) =>
        options.TranslationStrategy = PrometheusAspNetCoreTranslationStrategy.UnderscoreEscapingWithSuffixes;

    // Probes and scrapes would hide the traces of receipts.
    private static bool IsTraced(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/metrics", StringComparison.Ordinal);

    private static string? Version() =>
        Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
