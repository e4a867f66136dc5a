using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Json;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Results.Reviews;

/// <summary>
/// <c>GET</c> and <c>PATCH /api/receipts/{id}</c>, <c>POST /api/receipts/{id}/decision</c> and <c>GET /api/receipts/{id}/audit</c>. Changes contain
/// in <c>If-Match</c> the version that they are based on.
/// </summary>
internal sealed class ReviewEndpoints(
    IDbContextFactory<ResultsDbContext> contexts, ReviewStore reviews, FieldChecker fields, ReviewPublisher publisher)
{
    private const int UsualLimit = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/receipts/{id}", (string id, HttpContext context, TenantScope scope, ReviewEndpoints endpoints) => endpoints.GetAsync(id, context, scope));
        app.MapPatch("/api/receipts/{id}", (string id, HttpContext context, TenantScope scope, ReviewEndpoints endpoints) => endpoints.CorrectAsync(id, context, scope));
        app.MapPost("/api/receipts/{id}/decision", (string id, HttpContext context, TenantScope scope, ReviewEndpoints endpoints) => endpoints.DecideAsync(id, context, scope));
        app.MapGet(
            "/api/receipts/{id}/audit",
            (string id, string? limit, string? offset, TenantScope scope, ReviewEndpoints endpoints, CancellationToken cancellationToken) =>
                endpoints.AuditAsync(id, Paging.Read(limit, offset, UsualLimit), scope, cancellationToken));
    }

    private async Task<ReceiptResponse> GetAsync(string id, HttpContext context, TenantScope scope)
    {
        var receipt = await reviews.ReadAsync(IdOf(id), scope, context.RequestAborted);
        return await ResponseAsync(receipt, context);
    }

    private async Task<IResult> DecideAsync(string id, HttpContext context, TenantScope scope)
    {
        var call = CallOf(id, context, scope);
        var decision = await JsonBody.ReadAsync(context.Request, DecisionRequest.Read);
        return await ChangeAsync(context, async () =>
        {
            var (receipt, log) = await reviews.DecideAsync(call, decision, context.RequestAborted);
            await publisher.TryPublishAsync(log);
            return receipt;
        });
    }

    private async Task<IResult> CorrectAsync(string id, HttpContext context, TenantScope scope)
    {
        var call = CallOf(id, context, scope);
        var request = await JsonBody.ReadAsync(context.Request, CorrectionRequest.Read);
        return await ChangeAsync(context, async () =>
        {
            var receipt = await reviews.ReadAsync(call.ReceiptId, scope, context.RequestAborted);
            var stated = await fields.CheckAsync(request.Fields, DateOnly.FromDateTime(receipt.StoredAt.UtcDateTime), context.RequestAborted);
            return await reviews.CorrectAsync(call, stated, request.Reason, context.RequestAborted);
        });
    }

    private async Task<AuditResponse> AuditAsync(string id, Paging paging, TenantScope scope, CancellationToken cancellationToken)
    {
        var receipt = await reviews.ReadAsync(IdOf(id), scope, cancellationToken);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var log = database.ReviewLog.AsNoTracking().Of(scope).Where(row => row.ReceiptId == receipt.ReceiptId);
        var total = await log.CountAsync(cancellationToken);
        var rows = await log.OrderByDescending(row => row.Id).Skip(paging.Offset).Take(paging.Limit).ToListAsync(cancellationToken);
        return new AuditResponse(
            "success", ReceiptIds.Of(receipt.ReceiptId), total, paging.Limit, paging.Offset, paging.Offset + rows.Count < total,
            [.. rows.Select(row => new AuditEntry(row.Version, row.Action, row.Person, row.At, new RawJson(row.Data)))]);
    }

    private async Task<IResult> ChangeAsync(HttpContext context, Func<Task<ReceiptIndexRow>> change)
    {
        try
        {
            return TypedResults.Ok(await ResponseAsync(await change(), context));
        }
        catch (StaleReviewException stale)
        {
            context.Response.Headers.ETag = EntityTags.Of(stale.Current);
            await context.WriteErrorAsync(ApiErrors.Of(StatusCodes.Status412PreconditionFailed) with
            {
                Details = new StaleDetails(ReceiptEntry.Of(stale.Current)),
            });
            return TypedResults.Empty;
        }
    }

    private async Task<ReceiptResponse> ResponseAsync(ReceiptIndexRow receipt, HttpContext context)
    {
        await using var database = await contexts.CreateDbContextAsync(context.RequestAborted);
        var document = await database.Results.Where(row => row.RequestId == receipt.RequestId && row.ReceiptId == receipt.ReceiptId)
            .Select(row => row.Document).FirstOrDefaultAsync(context.RequestAborted)
            ?? throw new ApiException(ApiErrors.NotFound("No existe un recibo con ese identificador"));
        context.Response.Headers.ETag = EntityTags.Of(receipt);
        return new ReceiptResponse("found", ReceiptEntry.Of(receipt), new RawJson(document));
    }

    private static ReviewCall CallOf(string id, HttpContext context, TenantScope scope) =>
        new(IdOf(id), scope, ClientHeaders.PersonOf(context.Request), EntityTags.Required(context.Request));

    private static Guid IdOf(string id) => ReceiptIds.Read(id) ?? throw new ApiException(ApiErrors.NotFound("No existe un recibo con ese identificador"));
}

/// <summary>Response of <c>GET /api/receipts/{id}</c> and of changes: the receipt, and the individual JSON of its current reading.</summary>
public sealed record ReceiptResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("receipt")] ReceiptEntry Receipt,
    [property: JsonPropertyName("data")] RawJson Data);

/// <summary>Response of <c>GET /api/receipts/{id}/audit</c>, the latest first.</summary>
public sealed record AuditResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("receipt_id")] string ReceiptId,
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("limit")] int Limit,
    [property: JsonPropertyName("offset")] int Offset,
    [property: JsonPropertyName("has_more")] bool HasMore,
    [property: JsonPropertyName("eventos")] IReadOnlyList<AuditEntry> Entries);

/// <summary>One event of a receipt.</summary>
public sealed record AuditEntry(
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("accion")] string Action,
    [property: JsonPropertyName("persona")] string Person,
    [property: JsonPropertyName("fecha")] DateTimeOffset At,
    [property: JsonPropertyName("datos")] RawJson Data);

/// <summary>Details of a 412: the current receipt.</summary>
public sealed record StaleDetails([property: JsonPropertyName("receipt")] ReceiptEntry Receipt);
