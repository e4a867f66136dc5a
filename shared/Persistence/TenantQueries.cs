using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Persistence;

/// <summary>A row that belongs to a tenant.</summary>
public interface ITenantOwned
{
    /// <summary>The tenant.</summary>
    string Tenant { get; }
}

/// <summary>Restricts queries to the scope of a request.</summary>
public static class TenantQueries
{
    /// <summary>The rows within a scope.</summary>
    /// <typeparam name="T">Type of the row.</typeparam>
    /// <param name="rows">The rows of all tenants.</param>
    /// <param name="scope">Scope of the rows.</param>
    public static IQueryable<T> Of<T>(this IQueryable<T> rows, TenantScope scope)
        where T : class, ITenantOwned
    {
        var tenant = scope.Tenant;
        return scope.SeesAll ? rows : rows.Where(row => row.Tenant == tenant);
    }
}
