using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Ocr.Gateway.Origins;

/// <summary>CORS policy of the API.</summary>
internal sealed class CorsSetup(IOptions<GatewayOptions> gateway) : IConfigureOptions<CorsOptions>
{
    /// <inheritdoc/>
    public void Configure(CorsOptions options)
    {
        var settings = gateway.Value;
        options.AddDefaultPolicy(policy =>
        {
            var origins = settings.Origins;
            _ = origins.Contains(RequestOrigin.Any) ? policy.AllowAnyOrigin() : policy.WithOrigins([.. origins]);
            policy.WithMethods(GatewayOptions.List(settings.CorsMethods)).WithHeaders(GatewayOptions.List(settings.CorsHeaders)).WithExposedHeaders("Retry-After", "Location", "Idempotency-Replayed", "Preference-Applied", "ETag");
        });
    }
}
