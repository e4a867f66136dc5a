using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Ocr.Gateway.Access;
using Ocr.Gateway.Routes;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Gateway.Limits;

/// <summary>Refuses requests over the rate limits of their client, before the body is read.</summary>
internal sealed class RateLimitMiddleware(RequestDelegate next, RateLimiter limiter, IOptions<RateLimitOptions> options)
{
    // IPv6 clients are counted per /64 prefix.
    private const int Ipv6NetworkBytes = 8;

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
        var client = Client(context);
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

    /// <summary>
    /// Returns the name of a client: its key, else its address. The administrator is a separate client, so that guessing keys from the same address
    /// uses up the limits of the address only.
    /// </summary>
    internal static string Client(HttpContext context) => context.Features.Get<AuthenticatedClient>() switch
    {
        { IsAdmin: true } => "admin",
        { Key: { } key } => $"key-{key.Id}",
        _ => Address(context.Connection.RemoteIpAddress),
    };

    /// <summary>Name of the client with this address.</summary>
    internal static string Address(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, Ipv6NetworkBytes)) + "::/64"
            : address.ToString();
    }
}
