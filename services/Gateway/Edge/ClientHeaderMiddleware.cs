using System.Globalization;
using Microsoft.Extensions.Options;
using Ocr.Contracts;
using Ocr.Gateway.Access;
using Ocr.Gateway.Limits;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Edge;

/// <summary>
/// Passes the client to the services behind the gateway: its name in the rate limits, its weight in the fair turns, its cost budget and its
/// tenant. Headers of these names that a client sends are replaced. Without required keys there is one tenant.
/// </summary>
internal sealed class ClientHeaderMiddleware(RequestDelegate next, IOptions<RateLimitOptions> limits, IOptions<AccessOptions> access)
{
    /// <summary>Runs after the authentication.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        var client = context.Features.Get<AuthenticatedClient>();
        var key = client?.Key;
        headers[ClientHeaders.Name] = ClientName.Of(context);
        headers[ClientHeaders.Person] = Uri.EscapeDataString(PersonOf(client, context));
        headers[ClientHeaders.Weight] = (key?.Weight ?? 1).ToString(CultureInfo.InvariantCulture);
        headers[ClientHeaders.CostPerMinute] = (key?.CostPerMinute ?? limits.Value.CostPerMinute).ToString(CultureInfo.InvariantCulture);
        headers[TenantScope.Header] = Scope(client).HeaderValue;
        return next(context);
    }

    private static string PersonOf(AuthenticatedClient? client, HttpContext context) => client switch
    {
        { IsAdmin: true } => "admin",
        { Key: { } key } => key.Name,
        _ => ClientName.Of(context),
    };

    private TenantScope Scope(AuthenticatedClient? client) => client switch
    {
        { IsAdmin: true } => TenantScope.All,
        { Key: { } key } when access.Value.Required => TenantScope.Of(key.Tenant),
        _ => TenantScope.Of(Tenants.Default),
    };
}
