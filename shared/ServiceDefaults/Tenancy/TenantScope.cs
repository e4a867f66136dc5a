using Microsoft.AspNetCore.Http;
using Ocr.Contracts;

namespace Ocr.ServiceDefaults.Tenancy;

/// <summary>Tenants whose data a request may see. The gateway sets it in a header and removes values that a client sends under its name.</summary>
/// <param name="Tenant">The tenant that owns the data that the request stores.</param>
/// <param name="SeesAll">Whether the request sees the data of every tenant: the administrator and background work.</param>
public readonly record struct TenantScope(string Tenant, bool SeesAll)
{
    /// <summary>Name of the header.</summary>
    public const string Header = "X-Ocr-Tenant";

    private const string EveryTenant = "*";

    /// <summary>The data of every tenant.</summary>
    public static TenantScope All { get; } = new(Tenants.Default, true);

    /// <summary>The scope in the form of the header.</summary>
    public string HeaderValue => SeesAll ? EveryTenant : Tenant;

    /// <summary>The data of one tenant.</summary>
    /// <param name="tenant">Its name.</param>
    public static TenantScope Of(string tenant) => new(tenant, false);

    /// <summary>The scope of a request; the default tenant without a gateway.</summary>
    /// <param name="request">The request.</param>
    public static TenantScope Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var tenant = request.Headers[Header].ToString();
        return tenant == EveryTenant ? All : Of(tenant.Length == 0 ? Tenants.Default : tenant);
    }

    /// <summary>Binds a parameter of an endpoint.</summary>
    /// <param name="context">The request.</param>
    public static ValueTask<TenantScope> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(Of(context.Request));
    }
}
