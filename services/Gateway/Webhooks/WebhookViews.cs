using System.Text.Json.Serialization;
using Ocr.Gateway.Data;

namespace Ocr.Gateway.Webhooks;

/// <summary>Body of <c>POST /api/webhooks</c> and, with the changed fields only, of <c>PATCH /api/webhooks/{id}</c>.</summary>
internal sealed record NewWebhook
{
    /// <summary>Address of the receiver.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>Types of events; all when absent.</summary>
    [JsonPropertyName("eventos")]
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>Description, at most 200 characters.</summary>
    [JsonPropertyName("descripcion")]
    public string? Description { get; init; }

    /// <summary>Whether events are sent; true when absent.</summary>
    [JsonPropertyName("activo")]
    public bool? Active { get; init; }
}

/// <summary>Body of <c>POST /api/webhooks/{id}/rotate_secret</c>.</summary>
/// <param name="OverlapHours">Hours in which the old secret also signs, 0–168; 24 when absent.</param>
internal sealed record Rotation([property: JsonPropertyName("horas_de_solape")] int? OverlapHours);

/// <summary>A webhook, without its secret.</summary>
internal sealed record WebhookView(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("tenant")] string Tenant,
    [property: JsonPropertyName("url")] string Url,
    [property: JsonPropertyName("eventos")] IReadOnlyList<string> Events,
    [property: JsonPropertyName("descripcion")] string Description,
    [property: JsonPropertyName("activo")] bool Active,
    [property: JsonPropertyName("creado_en")] DateTimeOffset CreatedAt,
    [property: JsonPropertyName("actualizado_en")] DateTimeOffset UpdatedAt,
    [property: JsonPropertyName("secreto_anterior_hasta")] DateTimeOffset? PreviousSecretUntil,
    [property: JsonPropertyName("entregas_pendientes")] int Pending,
    [property: JsonPropertyName("entregas_fallidas")] int Dead)
{
    /// <summary>Maps a row to its view.</summary>
    public static WebhookView Of(WebhookRow row, int pending, int dead, DateTimeOffset now) => new(
        row.Id, row.Tenant, row.Url, row.Events.Split(','), row.Description, row.Active, row.CreatedAt, row.UpdatedAt,
        row.PreviousSecretUntil > now ? row.PreviousSecretUntil : null, pending, dead);
}

/// <summary>Response with a secret: of the creation and of a rotation.</summary>
internal sealed record WebhookSecret(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("timestamp")] DateTimeOffset Timestamp,
    [property: JsonPropertyName("secreto")] string Secret,
    [property: JsonPropertyName("webhook")] WebhookView Webhook);

/// <summary>Response with one webhook.</summary>
internal sealed record WebhookResponse(
    [property: JsonPropertyName("status")] string Status, [property: JsonPropertyName("webhook")] WebhookView Webhook);

/// <summary>Response of <c>GET /api/webhooks</c>.</summary>
internal sealed record WebhookList(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("webhooks")] IReadOnlyList<WebhookView> Webhooks);

/// <summary>Response of <c>DELETE /api/webhooks/{id}</c> and of a replay.</summary>
internal sealed record WebhookDone(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("timestamp")] DateTimeOffset Timestamp,
    [property: JsonPropertyName("entregas"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Deliveries);

/// <summary>Response of <c>GET /api/webhooks/{id}/deliveries</c>.</summary>
internal sealed record DeliveryList(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("limit")] int Limit,
    [property: JsonPropertyName("offset")] int Offset,
    [property: JsonPropertyName("has_more")] bool HasMore,
    [property: JsonPropertyName("entregas")] IReadOnlyList<DeliveryView> Deliveries);

/// <summary>A delivery.</summary>
internal sealed record DeliveryView(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("evento_id")] string MessageId,
    [property: JsonPropertyName("evento")] string Type,
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("estado")] string State,
    [property: JsonPropertyName("intentos")] int Attempts,
    [property: JsonPropertyName("creado_en")] DateTimeOffset CreatedAt,
    [property: JsonPropertyName("proximo_intento")] DateTimeOffset? NextAttemptAt,
    [property: JsonPropertyName("terminado_en")] DateTimeOffset? FinishedAt,
    [property: JsonPropertyName("registro")] IReadOnlyList<Attempt> Log)
{
    private static readonly string[] States = ["pendiente", "entregado", "fallido"];

    /// <summary>The state of a parameter; <see langword="null"/> for an unknown one.</summary>
    public static DeliveryState? StateOf(string text) =>
        Array.IndexOf(States, text) is >= 0 and var state ? (DeliveryState)state : null;

    /// <summary>Names of the states.</summary>
    public static string AllStates => string.Join(", ", States);

    /// <summary>Maps a row to its view.</summary>
    public static DeliveryView Of(DeliveryRow row) => new(
        row.Id, row.Event.MessageId, row.Event.Type, row.Event.RequestId, States[(int)row.State], row.Attempts, row.CreatedAt,
        row.State == DeliveryState.Pending ? row.NextAttemptAt : null, row.FinishedAt, AttemptLog.Read(row.Log));
}
