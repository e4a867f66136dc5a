using System.Globalization;
using Microsoft.Extensions.Options;
using Ocr.Gateway.Access;
using Ocr.Gateway.Limits;
using Ocr.Gateway.Routes;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Gateway.Edge;

/// <summary>Refuses requests over the rate limits of their client, before the body is read.</summary>
internal sealed class RateLimitMiddleware(RequestDelegate next, RateLimiter limiter, IOptions<RateLimitOptions> options)
{
    private readonly RateLimits _defaults = new(
        options.Value.PerMinute, options.Value.PerHour, options.Value.Burst, options.Value.UploadPerMinute, options.Value.ProcessPerMinute,
        options.Value.PagePerMinute, options.Value.ReviewPerMinute);

    /// <summary>Header of the requests of the web page. A program that sends it has the limit of the page for its reads.</summary>
    internal const string PageHeader = "X-Ocr-Page";

    /// <summary>Runs before the endpoint.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var rule = RouteRules.Of(context);
        if (rule.Unlimited)
        {
            await next(context);
            return;
        }

        var key = context.Features.Get<AuthenticatedClient>()?.Key;
        var client = ClientName.Of(context);
        var limits = key?.Limits(_defaults) ?? _defaults;
        var verdict = await limiter.TakeAsync(client, limits.Windows(KindOf(context.Request, rule)), context.RequestAborted);
        if (verdict.Exceeded is not { } window)
        {
            await next(context);
            return;
        }

        var seconds = (int)Math.Ceiling(verdict.RetryAfter.TotalSeconds);
        await context.WriteErrorAsync(ApiErrors.Of(StatusCodes.Status429TooManyRequests) with
        {
            Details = string.Create(CultureInfo.InvariantCulture, $"Límite: {window.Limit} {window.Unit}. Vuelva a intentar en {seconds} s"),
            RetryAfter = seconds,
        });
    }

    private static RequestKind KindOf(HttpRequest request, RouteRule rule) =>
        rule.Kind == RequestKind.General && HttpMethods.IsGet(request.Method) && request.Headers.ContainsKey(PageHeader) ? RequestKind.PageRead : rule.Kind;
}
