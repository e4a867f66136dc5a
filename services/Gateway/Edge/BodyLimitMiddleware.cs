using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Ocr.Gateway.Routes;

namespace Ocr.Gateway.Edge;

/// <summary>Limits the size of the request body by path. The proxy route applies the same limit while it forwards.</summary>
internal sealed class BodyLimitMiddleware(RequestDelegate next, IOptions<GatewayOptions> options)
{
    /// <summary>Runs before the endpoint.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.Value.MaxBody(RouteRules.Of(context));
        }

        return next(context);
    }
}
