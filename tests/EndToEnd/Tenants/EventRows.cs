using System.Net;
using System.Net.Http.Json;

namespace Ocr.EndToEnd.Tenants;

/// <summary>The rows of webhooks and events.</summary>
internal static class EventRows
{
    public static IReadOnlyDictionary<string, TenantRow[]> All => new Dictionary<string, TenantRow[]>(StringComparer.Ordinal)
    {
        ["POST /api/webhooks"] = [new(_ => TenantTable.Json("/api/webhooks", new { url = "https://recibos.invalid/" }), HttpStatusCode.Created)],
        ["GET /api/webhooks"] = [TenantTable.Listed("/api/webhooks")],
        ["GET /api/webhooks/{id}"] = [TenantTable.Hidden(two => $"/api/webhooks/{two.Webhook}")],
        ["PATCH /api/webhooks/{id}"] = [HiddenChange(HttpMethod.Patch, "", new { activo = false })],
        ["DELETE /api/webhooks/{id}"] = [HiddenChange(HttpMethod.Delete, "")],
        ["POST /api/webhooks/{id}/rotate_secret"] = [HiddenChange(HttpMethod.Post, "/rotate_secret", new { })],
        ["GET /api/webhooks/{id}/deliveries"] = [TenantTable.Hidden(two => $"/api/webhooks/{two.Webhook}/deliveries")],
        ["POST /api/webhooks/{id}/replay"] = [HiddenChange(HttpMethod.Post, "/replay")],
        ["POST /api/webhooks/{id}/deliveries/{delivery}/replay"] = [HiddenChange(HttpMethod.Post, "/deliveries/1/replay")],
        ["GET /api/events"] = [TenantTable.Listed("/api/events?last_event_id=0&segundos=2")],
    };

    private static TenantRow HiddenChange(HttpMethod method, string path, object? body = null) => new(
        two => new HttpRequestMessage(method, $"/api/webhooks/{two.Webhook}{path}") { Content = body is null ? null : JsonContent.Create(body) },
        HttpStatusCode.NotFound);
}
