using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Ocr.Contracts;
using Ocr.Gateway.Access;
using Ocr.Gateway.Audit;
using Ocr.Gateway.Edge;
using Ocr.Gateway.Events;
using Ocr.Gateway.Host;
using Ocr.Gateway.Limits;
using Ocr.Gateway.OpenApi;
using Ocr.Gateway.Origins;
using Ocr.Gateway.Probing;
using Ocr.Gateway.Proxy;
using Ocr.Gateway.Statistics;
using Ocr.Gateway.Status;
using Ocr.Gateway.Storing;
using Ocr.Gateway.Telemetry;
using Ocr.Gateway.Web;
using Ocr.Gateway.Webhooks;
using Ocr.Gateway.Workers;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.Gateway;

/// <summary>Registers this service in a host, alone or with other services.</summary>
public static class GatewayService
{
    /// <summary>Adds the gateway without the proxy.</summary>
    /// <param name="builder">The host to be.</param>
    public static IHostApplicationBuilder AddGateway(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddValidatedOptions<GatewayOptions>();
        services.AddSingleton<WorkerRegistry>();
        services.AddInstruments<GatewayMetrics>();
        services.AddSingleton<HostProbe>();
        services.AddSingleton<ISystemProbe, LocalProbe>();
        services.AddSingleton<ResourceHistory>().AddHostedService(static provider => provider.GetRequiredService<ResourceHistory>());
        services.AddSingleton<RequestRate>();
        services.AddSingleton<SystemState>();
        services.AddRateLimits(builder.Configuration);
        services.AddAccess();
        services.AddAudit();
        services.AddEvents();
        services.AddEventStoring();
        services.AddWebhooks();
        services.AddCompression();
        services.AddCors();
        services.AddSingleton<IConfigureOptions<CorsOptions>, CorsSetup>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<GatewayOptions>>(
            static (server, gateway) =>
            {
                server.Limits.MaxRequestBodySize = gateway.Value.MaxRequestBytes;
                server.AddServerHeader = false;
            });
        return builder;
    }

    /// <summary>Adds the proxy to services in other processes.</summary>
    /// <param name="builder">The host to be.</param>
    public static IHostApplicationBuilder AddGatewayProxy(this IHostApplicationBuilder builder)
    {
        var options = builder.Configuration.GetValidated<GatewayOptions>();
        builder.Services.AddReverseProxy().LoadFromMemory(GatewayRoutes.Routes(options), GatewayRoutes.Clusters(options));
        builder.Services.AddSingleton<IWarmUp, ForwardWarmUp>();
        builder.Services.AddHttpClient<RemoteProbe>(static client => client.Timeout = RemoteProbe.Timeout);
        builder.Services.AddSingleton<ISystemProbe>(static services => services.GetRequiredService<RemoteProbe>());
        return builder;
    }

    /// <summary>Adds the consumers of the gateway to the bus of the host.</summary>
    /// <param name="handlers">The handlers of the host.</param>
    public static void AddGatewayConsumers(this HandlerRegistry handlers) =>
        handlers.Add<WorkerHeartbeat, WorkerHeartbeatConsumer, WorkerHeartbeatSubscription>()
            .Add<ReceiptProcessed, ReceiptProcessedConsumer, ReceiptProcessedSubscription>()
            .Add<BatchCompleted, BatchCompletedConsumer, BatchCompletedSubscription>()
            .Add<ReviewDecided, ReviewDecidedConsumer, ReviewDecidedSubscription>();

    /// <summary>Maps the gateway's middleware and endpoints. Call it before other endpoints, so that the middleware applies to them.</summary>
    /// <param name="app">The application.</param>
    public static WebApplication MapGateway(this WebApplication app)
    {
        // Created at start, because it measures the uptime.
        _ = app.Services.GetRequiredService<SystemState>();
        app.UseEdge();
        app.MapTokenEndpoint();
        app.MapSessionEndpoints();
        app.MapKeyEndpoints();
        app.MapAudit();
        app.MapEvents();
        app.MapWebhooks();
        app.MapApiDocument();
        app.MapSystemState();
        app.WarnAboutOpenAccess();
        return app;
    }

    /// <summary>Maps the paths of the services in other processes.</summary>
    /// <param name="app">The application.</param>
    public static WebApplication MapGatewayProxy(this WebApplication app)
    {
        app.MapReverseProxy(static proxy => proxy.Use(ProxyErrors.HandleAsync));
        return app;
    }

    // Middleware of every request, whichever service handles it. The order matters: a client is authenticated before its limits are
    // checked, and a request over a limit is refused before its body is read.
    private static void UseEdge(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestRateMiddleware>();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseWebPage();
        app.UseCors();
        app.UseMiddleware<RequestOriginMiddleware>();
        app.UseMiddleware<BodyLimitMiddleware>();
        app.UseMiddleware<AuditMiddleware>();
        app.UseMiddleware<ClientAuthenticationMiddleware>();
        app.UseMiddleware<ClientHeaderMiddleware>();
        app.UseMiddleware<RateLimitMiddleware>();
        app.UseMiddleware<AccessMiddleware>();
        app.UseMiddleware<RequestFormMiddleware>();
    }
}
