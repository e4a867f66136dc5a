using System.Net;

namespace Ocr.EndToEnd.Tenants;

/// <summary>Rows of keys, tokens and sessions.</summary>
internal static class AccessRows
{
    public static IReadOnlyDictionary<string, TenantRow[]> All { get; } = new Dictionary<string, TenantRow[]>(StringComparer.Ordinal)
    {
        ["POST /api/auth/token"] = [new(two => TenantTable.Json("/api/auth/token", new { api_key = two.Other.Key }))],
        ["POST /api/auth/session"] = [new(two => TenantTable.Json("/api/auth/session", new { api_key = two.Other.Key }))],
        ["GET /api/auth/session"] = [TenantTable.Listed("/api/auth/session")],
        ["DELETE /api/auth/session"] = [new(_ => new HttpRequestMessage(HttpMethod.Delete, "/api/auth/session"))],
        ["POST /api/generate_key"] = [new(_ => TenantTable.Json("/api/generate_key", new { name = "ajena", tenant = "loteria-uno" }), HttpStatusCode.Unauthorized)],
        ["GET /api/list_keys"] = [new(_ => TenantTable.Get("/api/list_keys"), HttpStatusCode.Unauthorized)],
        ["GET /api/audit"] = [new(_ => TenantTable.Get("/api/audit"), HttpStatusCode.Unauthorized)],
        ["DELETE /api/revoke_key/{id}"] =
            [new(_ => new HttpRequestMessage(HttpMethod.Delete, $"/api/revoke_key/{Guid.NewGuid()}"), HttpStatusCode.Unauthorized)],
    };
}
