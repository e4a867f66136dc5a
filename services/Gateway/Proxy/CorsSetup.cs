using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Ocr.Gateway.Proxy;

/// <summary>Which pages of other origins may call the API.</summary>
internal sealed class CorsSetup(IOptions<GatewayOptions> gateway) : IConfigureOptions<CorsOptions>
{
    /// <inheritdoc/>
    public void Configure(CorsOptions options)
    {
        var settings = gateway.Value;
        options.AddDefaultPolicy(policy =>
        {
            var origins = List(settings.CorsOrigins);
            _ = origins.Contains("*") ? policy.AllowAnyOrigin() : policy.WithOrigins(origins);
            policy.WithMethods(List(settings.CorsMethods)).WithHeaders(List(settings.CorsHeaders)).WithExposedHeaders("Retry-After");
        });
    }

    private static string[] List(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
