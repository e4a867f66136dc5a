using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Ingest.Http;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Json;
using Ocr.ServiceDefaults.Storage;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Batches;

/// <summary><c>POST /api/ocr/process_batch</c> and <c>GET /api/ocr/status/{request_id}</c>.</summary>
internal sealed class BatchEndpoints(
    IDbContextFactory<IngestDbContext> contexts, BatchOpener opener, BatchWaiter waiter, StorageErrors storage, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/ocr/process_batch", (HttpContext context, TenantScope scope, BatchEndpoints endpoints) => endpoints.ProcessAsync(context, scope));
        app.MapGet("/api/ocr/status/{requestId}", (string requestId, TenantScope scope, BatchEndpoints endpoints, CancellationToken cancellationToken) =>
            endpoints.StatusAsync(requestId, scope, cancellationToken));
    }

    private async Task<ProcessBatchResponse> ProcessAsync(HttpContext context, TenantScope scope)
    {
        var options = await JsonBody.ReadAsync(context.Request, BatchOptionsReader.Read);
        // The batch runs independently of the request from here on.
        var batch = await opener.OpenAsync(options, scope, CancellationToken.None);
        if (batch is null)
        {
            return BatchResponses.Empty(time.GetUtcNow());
        }

        var timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        if (Preferences.Of(context.Request).RespondsAsync)
        {
            context.Response.Headers["Preference-Applied"] = "respond-async";
            timeout = TimeSpan.Zero;
        }

        var progress = await waiter.WaitAsync(batch, timeout, context.RequestAborted);
        if (!progress.IsFinished)
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            context.Response.Headers.Location = $"/api/ocr/status/{batch.RequestId}";
        }

        return BatchResponses.Of(progress, time.GetUtcNow());
    }

    private async Task<BatchStatusResponse> StatusAsync(string requestId, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var progress = (BatchIds.IsOne(requestId) ? await BatchProgress.ReadAsync(database, requestId, scope, cancellationToken) : null)
            ?? throw new ApiException(ApiErrors.NotFound("No existe un lote con ese request_id"));
        return BatchResponses.Status(progress, time.GetUtcNow()) with { Notice = progress.IsFinished ? null : StorageNotice.Of(storage) };
    }
}
