using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Batches;

/// <summary><c>POST /api/ocr/process_batch</c> and <c>GET /api/ocr/status/{request_id}</c>.</summary>
internal sealed class BatchEndpoints(
    IDbContextFactory<IngestDbContext> contexts, BatchOpener opener, BatchWaiter waiter, TimeProvider time)
{
    private const int MaxBodyBytes = 64 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/ocr/process_batch", (HttpContext context, BatchEndpoints endpoints) => endpoints.ProcessAsync(context));
        app.MapGet("/api/ocr/status/{requestId}", (string requestId, BatchEndpoints endpoints, CancellationToken cancellationToken) =>
            endpoints.StatusAsync(requestId, cancellationToken));
    }

    private async Task<BatchAnswer> ProcessAsync(HttpContext context)
    {
        var options = await ReadOptionsAsync(context.Request);
        // From here on the batch goes its way, whether or not the client stays for the answer.
        var batch = await opener.OpenAsync(options, CancellationToken.None);
        if (batch is null)
        {
            return BatchAnswers.Empty(time.GetUtcNow());
        }

        if (RespondsAsync(context))
        {
            context.Response.Headers["Preference-Applied"] = "respond-async";
            return BatchAnswers.Of(await waiter.ReadAsync(batch.RequestId, context.RequestAborted), time.GetUtcNow());
        }

        var progress = await waiter.WaitAsync(batch, TimeSpan.FromSeconds(options.TimeoutSeconds), context.RequestAborted);
        return BatchAnswers.Of(progress, time.GetUtcNow());
    }

    private async Task<BatchStatusAnswer> StatusAsync(string requestId, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var progress = await BatchProgress.ReadAsync(database, requestId, cancellationToken)
            ?? throw new ApiException(ApiFaults.NotFound("No existe un lote con ese request_id"));
        return BatchAnswers.Status(progress, time.GetUtcNow());
    }

    private static bool RespondsAsync(HttpContext context) => context.Request.Headers["Prefer"]
        .SelectMany(value => value?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        .Any(preference => preference.Split(';')[0].Trim().Equals("respond-async", StringComparison.OrdinalIgnoreCase));

    private static async Task<BatchOptions> ReadOptionsAsync(HttpRequest request)
    {
        var body = new byte[MaxBodyBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        if (length > MaxBodyBytes)
        {
            throw new ApiException(ApiFaults.Of(413));
        }

        if (body.AsSpan(0, length).Trim(" \t\r\n"u8).IsEmpty)
        {
            return new BatchOptions();
        }

        if (!request.HasJsonContentType())
        {
            throw new ApiException(ApiFaults.Of(415) with { Details = "Se espera application/json" });
        }

        try
        {
            using var document = JsonDocument.Parse(body.AsMemory(0, length), new JsonDocumentOptions { MaxDepth = 16 });
            return BatchOptionsReader.Read(document.RootElement);
        }
        catch (JsonException)
        {
            throw new ApiException(ApiFaults.Of(400) with { Details = "JSON mal formado" });
        }
    }
}
