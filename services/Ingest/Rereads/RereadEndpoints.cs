using System.Text.Json.Serialization;
using Ocr.Ingest.Batches;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Json;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Rereads;

/// <summary>
/// <c>POST /api/receipts/{id}/reread</c> and <c>POST /api/batches/{request_id}/reread</c>: a new batch reads stored images again, with another profile
/// or with the current rules.
/// </summary>
internal sealed class RereadEndpoints(RereadOpener opener)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/receipts/{id}/reread", (string id, HttpContext context, TenantScope scope, RereadEndpoints endpoints) =>
            endpoints.RereadAsync(
                ReceiptIds.Read(id) ?? throw new ApiException(ApiErrors.NotFound("No existe un recibo con ese identificador")), null, context, scope));
        app.MapPost("/api/batches/{requestId}/reread", (string requestId, HttpContext context, TenantScope scope, RereadEndpoints endpoints) =>
            endpoints.RereadAsync(
                null, BatchIds.IsOne(requestId) ? requestId : throw new ApiException(ApiErrors.NotFound("No existe un lote con ese request_id")), context, scope));
    }

    private async Task<IResult> RereadAsync(Guid? receiptId, string? requestId, HttpContext context, TenantScope scope)
    {
        var profile = await JsonBody.ReadAsync(context.Request, RereadRequest.ReadProfile);
        var request = new RereadRequest(
            receiptId, requestId, profile, ClientHeaders.PersonOf(context.Request), ClientHeaders.Of(context.Request), ClientHeaders.WeightOf(context.Request));
        // From here on the batch runs independently of the request.
        var batch = await opener.OpenAsync(request, scope, CancellationToken.None);
        var status = $"/api/ocr/status/{batch.RequestId}";
        return TypedResults.Accepted(status, new RereadResponse("processing", "Lectura en proceso", batch.RequestId, batch.Profile, batch.Size));
    }
}

/// <summary>Response of a request to read again; the batch is followed at <c>GET /api/ocr/status/{request_id}</c>.</summary>
public sealed record RereadResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("profile")] string Profile,
    [property: JsonPropertyName("files_total")] int FilesTotal);
