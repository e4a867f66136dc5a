using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Batches;
using Ocr.Ingest.Http;
using Ocr.Ingest.Idempotency;
using Ocr.Ingest.Upload;
using Ocr.ServiceDefaults;

namespace Ocr.Ingest.Read;

/// <summary>
/// <c>POST /api/ocr/read</c>: one image, as multipart, base64 or an address, is stored as a batch of one receipt. The response is the individual JSON,
/// or 202 with the address of the batch when the wait expires (docs/adr/0046).
/// </summary>
internal sealed class ReadEndpoint(
    UploadIntake intake,
    ReadBody body,
    ImageDownload download,
    ReadStore store,
    BatchWaiter waiter,
    ResultDocuments documents,
    IOptions<ReadOptions> options,
    TimeProvider time)
{
    private const int RetrySeconds = 2;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/ocr/read", (HttpContext context, ReadEndpoint endpoint) => endpoint.HandleAsync(context));

    private async Task<IResult> HandleAsync(HttpContext context)
    {
        var wait = Wait(context);
        var read = await OpenAsync(context);
        if (read.Replayed)
        {
            context.Response.Headers[IdempotentRequest.ReplayedHeader] = "true";
        }

        // The receipt is read even when the client does not wait.
        var progress = await waiter.WaitAsync(read.Batch, wait, context.RequestAborted);
        return progress.IsFinished && await documents.FindAsync(read.Receipt, context.RequestAborted) is { } json
            ? TypedResults.Text(json, "application/json", Encoding.UTF8)
            : Pending(context, read);
    }

    private async Task<OpenedRead> OpenAsync(HttpContext context)
    {
        var key = IdempotentRequest.KeyOf(context.Request);
        var sender = Sender.Of(context.Request);
        var batch = new BatchOptions();
        IdempotentRequest? request = null;
        using var form = new UploadForm { IsSingle = true };
        return await intake.TakeAsync(context, sender, form, ReadAsync, valid => store.StoreAsync(valid, sender, request, batch, context.RequestAborted));

        async Task<OpenedRead?> ReadAsync(UploadForm empty)
        {
            await body.ReadAsync(context, empty);
            batch = ReadSettings.Of(empty);
            // Hashes the address instead of the image: a retry is recognised after the address has expired.
            request = key is null ? null : IdempotentRequest.Of(sender.Tenant, key, context.Request.Path, empty.Content());
            return await TakeAddressAsync(empty, request, context.RequestAborted);
        }
    }

    private async Task<OpenedRead?> TakeAddressAsync(UploadForm form, IdempotentRequest? request, CancellationToken cancellationToken)
    {
        var hasImage = form.Files.Count + form.TooLarge.Count > 0;
        if (!form.Fields.TryGetValue(ImageDownload.Field, out var url))
        {
            if (!hasImage && !form.Errors.Any)
            {
                form.Errors.Field(ReadJson.Image, "Falta la imagen: envíe un archivo, base64 en image, o una dirección en url");
            }

            return null;
        }

        if (hasImage)
        {
            form.Errors.Field(ImageDownload.Field, "No puede usarse junto con una imagen");
        }

        if (form.Errors.Any)
        {
            return null;
        }

        if (request is not null && await store.FindAsync(request, cancellationToken) is { } first)
        {
            return first;
        }

        await download.ReadAsync(url, form, cancellationToken);
        return null;
    }

    private TimeSpan Wait(HttpContext context)
    {
        var preferences = Preferences.Of(context.Request);
        if (preferences is { RespondsAsync: false, Wait: null })
        {
            return options.Value.Wait;
        }

        var wait = TimeSpan.FromSeconds(preferences.Wait ?? 0);
        wait = wait < options.Value.MaxWait ? wait : options.Value.MaxWait;
        context.Response.Headers[Preferences.AppliedHeader] = preferences.Wait is null
            ? "respond-async" : string.Create(CultureInfo.InvariantCulture, $"wait={wait.TotalSeconds:0}");
        return wait;
    }

    private Accepted<ReadPending> Pending(HttpContext context, OpenedRead read)
    {
        context.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Accepted($"/api/ocr/status/{read.Batch.RequestId}", new ReadPending(
            "processing",
            "Lectura en proceso",
            read.Batch.RequestId,
            ReceiptIds.Of(read.Receipt.ReceiptId),
            read.Receipt.StoredName,
            time.GetUtcNow()));
    }
}
