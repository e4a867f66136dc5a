using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ocr.ServiceDefaults.Listening;

/// <summary>Protects metrics, readiness and internal status from clients (docs/adr/0034).</summary>
internal static class ManagementAccess
{
    private static readonly string[] ForwardedHeaders = ["Forwarded", "X-Forwarded-For"];

    /// <summary>Restricts endpoints to the management port, or to this machine where there is no such port.</summary>
    public static TBuilder ForManagement<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(Mark.Management);

    /// <summary>Makes an endpoint available on every port.</summary>
    public static TBuilder OnEveryPort<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(Mark.Everywhere);

    /// <summary>Returns 404 where an endpoint is not available. Runs after routing and before forwarded headers are applied.</summary>
    public static void UseManagementAccess(this WebApplication app)
    {
        var port = app.Services.GetRequiredService<IOptions<ListeningOptions>>().Value.ManagementPort;
        app.Use((context, next) =>
        {
            var mark = context.GetEndpoint()?.Metadata.GetMetadata<Mark>();
            var onManagementPort = port is not null && context.Connection.LocalPort == port;
            var allowed = mark switch
            {
                { IsManagement: true } => port is null ? IsFromThisMachine(context) : onManagementPort,
                null => !onManagementPort,
                _ => true,
            };
            if (allowed)
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    // A proxy on this machine forwards the requests of others.
    private static bool IsFromThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } remote
        || (IPAddress.IsLoopback(remote) && !ForwardedHeaders.Any(context.Request.Headers.ContainsKey));

    private sealed record Mark(bool IsManagement)
    {
        public static Mark Management { get; } = new(true);

        public static Mark Everywhere { get; } = new(false);
    }
}
