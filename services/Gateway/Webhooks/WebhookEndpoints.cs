using System.Globalization;
using Ocr.Gateway.Data;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Lists;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Webhooks;

/// <summary><c>/api/webhooks</c>: receivers of events, their secrets, and the log of deliveries.</summary>
internal static class WebhookEndpoints
{
    private const int UsualLimit = 100;
    private const string Success = "success";

    /// <summary>Maps the endpoints.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/webhooks", CreateAsync);
        app.MapGet("/api/webhooks", ListAsync);
        app.MapGet("/api/webhooks/{id}", FindAsync);
        app.MapPatch("/api/webhooks/{id}", ChangeAsync);
        app.MapDelete("/api/webhooks/{id}", DeleteAsync);
        app.MapPost("/api/webhooks/{id}/rotate_secret", RotateAsync);
        app.MapGet("/api/webhooks/{id}/deliveries", DeliveriesAsync);
        app.MapPost("/api/webhooks/{id}/replay", ReplayAllAsync);
        app.MapPost("/api/webhooks/{id}/deliveries/{delivery}/replay", ReplayAsync);
    }

    private static async Task<IResult> CreateAsync(
        NewWebhook wanted, TenantScope scope, WebhookStore webhooks, ReceiverAddresses addresses, TimeProvider time, CancellationToken cancellationToken)
    {
        var row = await webhooks.CreateAsync(WebhookRules.Create(wanted, addresses.Guard), scope, cancellationToken)
            ?? throw new ApiException(ApiErrors.Of(StatusCodes.Status409Conflict) with
            {
                Details = $"Un tenant puede tener {WebhookStore.MaxPerTenant} webhooks como máximo",
                Help = "Borre un webhook que no use",
            });
        var view = WebhookView.Of(row, 0, 0, time.GetUtcNow());
        return Results.Json(
            new WebhookSecret(Success, "Webhook creado. Guarde el secreto: no se vuelve a mostrar", time.GetUtcNow(), row.Secret, view),
            statusCode: StatusCodes.Status201Created);
    }

    private static async Task<WebhookList> ListAsync(TenantScope scope, WebhookStore webhooks, CancellationToken cancellationToken)
    {
        var views = await webhooks.ListAsync(scope, null, cancellationToken);
        return new WebhookList(Success, views.Count, views);
    }

    private static async Task<WebhookResponse> FindAsync(string id, TenantScope scope, WebhookStore webhooks, CancellationToken cancellationToken) =>
        new(Success, (await webhooks.ListAsync(scope, Id(id), cancellationToken)).SingleOrDefault() ?? throw Unknown());

    private static async Task<WebhookResponse> ChangeAsync(
        string id, NewWebhook wanted, TenantScope scope, WebhookStore webhooks, ReceiverAddresses addresses, CancellationToken cancellationToken)
    {
        var changes = WebhookRules.Change(wanted, addresses.Guard);
        var exists = await webhooks.ChangeAsync(
            Id(id),
            scope,
            row =>
            {
                row.Url = changes.Url ?? row.Url;
                row.Events = changes.Events is { } events ? string.Join(',', events) : row.Events;
                row.Description = changes.Description ?? row.Description;
                row.Active = changes.Active ?? row.Active;
            },
            cancellationToken);
        return exists ? await FindAsync(id, scope, webhooks, cancellationToken) : throw Unknown();
    }

    private static async Task<WebhookDone> DeleteAsync(
        string id, TenantScope scope, WebhookStore webhooks, TimeProvider time, CancellationToken cancellationToken) =>
        await webhooks.DeleteAsync(Id(id), scope, cancellationToken)
            ? new WebhookDone(Success, "Webhook borrado", time.GetUtcNow(), null)
            : throw Unknown();

    private static async Task<WebhookSecret> RotateAsync(
        string id, Rotation? rotation, TenantScope scope, WebhookStore webhooks, TimeProvider time, CancellationToken cancellationToken)
    {
        var (secret, until) = (WebhookSecrets.New(), time.GetUtcNow() + WebhookRules.Overlap(rotation));
        var exists = await webhooks.ChangeAsync(
            Id(id),
            scope,
            row => (row.PreviousSecret, row.PreviousSecretUntil, row.Secret) = (row.Secret, until, secret),
            cancellationToken);
        return exists
            ? new WebhookSecret(
                Success, "Secreto cambiado. Guárdelo: no se vuelve a mostrar", time.GetUtcNow(), secret,
                (await FindAsync(id, scope, webhooks, cancellationToken)).Webhook)
            : throw Unknown();
    }

    private static async Task<DeliveryList> DeliveriesAsync(
        string id, string? estado, string? limit, string? offset, TenantScope scope, DeliveryLog log, CancellationToken cancellationToken)
    {
        var paging = Paging.Read(limit, offset, UsualLimit);
        DeliveryState? state = string.IsNullOrEmpty(estado) ? null
            : DeliveryView.StateOf(estado) ?? throw new ApiException(ApiErrors.InvalidField("estado", $"Debe ser uno de: {DeliveryView.AllStates}"));
        var rows = await log.ListAsync(Id(id), scope, state, paging.Limit + 1, paging.Offset, cancellationToken) ?? throw Unknown();
        return new DeliveryList(
            Success, paging.Limit, paging.Offset, rows.Count > paging.Limit, [.. rows.Take(paging.Limit).Select(DeliveryView.Of)]);
    }

    private static async Task<WebhookDone> ReplayAllAsync(
        string id, TenantScope scope, WebhookStore webhooks, DeliveryLog log, TimeProvider time, CancellationToken cancellationToken)
    {
        await FindAsync(id, scope, webhooks, cancellationToken);
        var count = await log.ReplayAsync(Id(id), null, scope, cancellationToken);
        return new WebhookDone(Success, "Las entregas fallidas se envían de nuevo", time.GetUtcNow(), count);
    }

    private static async Task<WebhookDone> ReplayAsync(
        string id, string delivery, TenantScope scope, DeliveryLog log, TimeProvider time, CancellationToken cancellationToken)
    {
        var number = long.TryParse(delivery, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        if (await log.StateAsync(Id(id), number, scope, cancellationToken) is null)
        {
            throw new ApiException(ApiErrors.NotFound("No existe una entrega con ese identificador"));
        }

        return await log.ReplayAsync(Id(id), number, scope, cancellationToken) == 1
            ? new WebhookDone(Success, "La entrega se envía de nuevo", time.GetUtcNow(), 1)
            : throw new ApiException(ApiErrors.Of(StatusCodes.Status409Conflict) with
            {
                Details = "La entrega está pendiente",
                Help = "Espere el próximo intento",
            });
    }

    private static Guid Id(string text) => Guid.TryParse(text, out var id) ? id : throw Unknown();

    private static ApiException Unknown() => new(ApiErrors.NotFound("No existe un webhook con ese identificador"));
}
