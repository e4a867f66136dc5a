using System.Text.Json.Serialization;
using Ocr.Gateway.Data;
using Ocr.ServiceDefaults.Lists;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Gateway.Audit;

/// <summary><c>GET /api/audit</c>: the audit trail, for the administrator.</summary>
internal static class AuditEndpoint
{
    private const int UsualLimit = 100;

    /// <summary>Adds the audit trail.</summary>
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddValidatedOptions<AuditOptions>();
        services.AddSingleton<AuditTrail>().AddHostedService(static provider => provider.GetRequiredService<AuditTrail>());
    }

    /// <summary>Maps the endpoint.</summary>
    public static void MapAudit(this IEndpointRouteBuilder app) => app.MapGet("/api/audit", ListAsync);

    private static async Task<AuditPage> ListAsync(string? limit, string? offset, AuditTrail trail, CancellationToken cancellationToken)
    {
        var paging = Paging.Read(limit, offset, UsualLimit);
        var rows = await trail.ListAsync(paging.Limit + 1, paging.Offset, cancellationToken);
        return new AuditPage(
            "success", paging.Limit, paging.Offset, rows.Count > paging.Limit, [.. rows.Take(paging.Limit).Select(AuditEvent.Of)]);
    }
}

/// <summary>Response of <c>GET /api/audit</c>; the latest event first.</summary>
internal sealed record AuditPage(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("limit")] int Limit,
    [property: JsonPropertyName("offset")] int Offset,
    [property: JsonPropertyName("has_more")] bool HasMore,
    [property: JsonPropertyName("eventos")] IReadOnlyList<AuditEvent> Events);

/// <summary>An event.</summary>
internal sealed record AuditEvent(
    [property: JsonPropertyName("fecha")] DateTimeOffset At,
    [property: JsonPropertyName("accion")] string Action,
    [property: JsonPropertyName("actor")] string Actor,
    [property: JsonPropertyName("key_id")] Guid? KeyId,
    [property: JsonPropertyName("direccion")] string Address,
    [property: JsonPropertyName("objeto")] string Target,
    [property: JsonPropertyName("codigo_http")] int StatusCode,
    [property: JsonPropertyName("request_id")] string RequestId)
{
    /// <summary>Maps a row to an event.</summary>
    public static AuditEvent Of(AuditRow row) =>
        new(row.At, row.Action, row.Actor, row.KeyId, row.Address, row.Target, row.StatusCode, row.RequestId);
}
