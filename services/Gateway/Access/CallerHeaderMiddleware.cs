using System.Globalization;
using Microsoft.Extensions.Options;
using Ocr.Contracts;
using Ocr.Gateway.Limits;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Access;

/// <summary>
/// Passes the caller on to the services behind the gateway: the name that limits know it under, its weight in the fair turns, its cost budget and its
/// tenant. Headers of these names that a client sends are replaced. While keys are not in use there is one tenant.
/// </summary>
internal sealed class CallerHeaderMiddleware(RequestDelegate next, IOptions<RateLimitOptions> limits, IOptions<AccessOptions> access)
{
    /// <summary>Runs once the caller is known.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        var caller = context.Features.Get<Caller>();
        var key = caller?.Key;
        headers[CallerHeader.Name] = RateLimitMiddleware.Client(context);
        headers[CallerHeader.Person] = Uri.EscapeDataString(PersonOf(caller, context));
        headers[CallerHeader.Weight] = (key?.Weight ?? 1).ToString(CultureInfo.InvariantCulture);
        headers[CallerHeader.CostPerMinute] = (key?.CostPerMinute ?? limits.Value.CostPerMinute).ToString(CultureInfo.InvariantCulture);
        headers[TenantScope.Header] = Scope(caller).HeaderValue;
        return next(context);
    }

    private static string PersonOf(Caller? caller, HttpContext context) => caller switch
    {
        { IsAdmin: true } => "admin",
        { Key: { } key } => key.Name,
        _ => RateLimitMiddleware.Client(context),
    };

    private TenantScope Scope(Caller? caller) => caller switch
    {
        { IsAdmin: true } => TenantScope.All,
        { Key: { } key } when access.Value.Required => TenantScope.Of(key.Tenant),
        _ => TenantScope.Of(Tenants.Default),
    };
}
