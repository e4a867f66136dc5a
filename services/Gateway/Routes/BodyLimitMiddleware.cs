using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Ocr.Gateway.Routes;

/// <summary>Gives every request the body that its path needs and no more. While a request is forwarded, its route says the same.</summary>
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
