using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Health;
using Ocr.ServiceDefaults.Json;
using Ocr.ServiceDefaults.Listening;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.ServiceDefaults;

/// <summary>Common parts of every service: telemetry, health, the error format, JSON conventions.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Adds the defaults. Call it once per process, also when several services share it.</summary>
    /// <param name="builder">The builder of the application.</param>
    /// <param name="service">Name in telemetry: <c>ingest</c>, <c>gateway</c>, …</param>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder, string service)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddValidatedOptions<ShutdownOptions>();
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>(
            static (host, shutdown) => host.ShutdownTimeout = shutdown.Value.Timeout);
        builder.Services.AddHostedService<ShutdownDeadline>();
        builder.Services.AddValidatedOptions<WarmUpOptions>();
        builder.Services.AddHostedService<WarmUpService>();
        builder.Services.AddSingleton<IWarmUp, AsyncCodeWarmUp>();
        if (builder is WebApplicationBuilder web)
        {
            web.UseListening();
        }

        builder.AddOcrLogging();
        builder.AddOcrTelemetry(service);
        builder.Services.AddHealthChecks();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddExceptionHandler<ApiExceptionHandler>();
        builder.Services.ConfigureHttpJsonOptions(options => OcrJson.Apply(options.SerializerOptions));
        return builder;
    }

    /// <summary>
    /// Maps <c>/health/live</c>, <c>/health/ready</c>, <c>/metrics</c> and <c>/internal/status</c>, and gives every error of
    /// every endpoint the documented form. All but the first are for operators only (docs/adr/0034). Call it before any endpoint is mapped.
    /// </summary>
    /// <param name="app">The application.</param>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        if (UnreadSettings.In(app.Configuration) is { Count: > 0 } unread)
        {
            Log.SettingsNotRead(app.Logger, string.Join(", ", unread));
        }

        app.UseHeadRequests();
        app.UseRouting();
        app.UseExceptionHandler(static _ => { });
        app.UseStatusCodePages(StatusCodeErrors.WriteAsync);
        app.UseManagementAccess();
        app.MapHealthEndpoints();
        app.MapPrometheusScrapingEndpoint("/metrics").ForManagement();
        app.MapStatusEndpoint();
        return app;
    }
}
