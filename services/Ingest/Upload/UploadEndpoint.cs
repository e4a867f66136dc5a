using System.Text.Json;
using Ocr.Ingest.Data;
using Ocr.Ingest.Idempotency;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Ingest.Upload;

/// <summary>
/// <c>POST /api/upload</c>: all files or none, or with <c>partial=true</c> the valid ones. Every part with a file name is a file; the name of its field does not matter. The same endpoint is
/// <c>/api/secure/upload</c>, whose token the gateway has checked, and under the older <c>/api/ocr/process_image</c>. A repeated request with the
/// same <c>Idempotency-Key</c> returns the first response.
/// </summary>
internal sealed class UploadEndpoint(UploadIntake intake, MultipartBody body, UploadStore store, FirstResponses responses, TimeProvider time)
{
    private const string Uploaded = "Archivos subidos exitosamente";
    private const string UploadedSecurely = "Upload successful";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/upload", (HttpContext context, UploadEndpoint endpoint) => endpoint.HandleAsync(context, Uploaded));
        app.MapPost("/api/ocr/process_image", (HttpContext context, UploadEndpoint endpoint) => endpoint.HandleAsync(context, Uploaded));
        app.MapPost("/api/secure/upload", (HttpContext context, UploadEndpoint endpoint) => endpoint.HandleAsync(context, UploadedSecurely));
    }

    private async Task<UploadResponse> HandleAsync(HttpContext context, string message)
    {
        var key = IdempotentRequest.KeyOf(context.Request);
        var sender = Sender.Of(context.Request);
        using var form = new UploadForm();
        return await intake.TakeAsync(context, sender, form, ReadAsync, read => StoreAsync(context, read, sender, key, message));

        async Task<UploadResponse?> ReadAsync(UploadForm empty)
        {
            await body.ReadAsync(context, empty);
            PartialUpload.TakeQuery(context.Request, empty);
            return null;
        }
    }

    private async Task<UploadResponse> StoreAsync(HttpContext context, UploadForm form, Sender sender, string? key, string message)
    {
        var request = key is null ? null : IdempotentRequest.Of(sender.Tenant, key, context.Request.Path, form.Content());
        UploadResponse? response = null;
        var (_, first) = await store.StoreAsync(
            form,
            sender,
            request,
            async (database, rows, cancellationToken) =>
            {
                response = ResponseOf(form, rows, sender, message);
                if (request is not null)
                {
                    await responses.AddAsync(database, request, JsonSerializer.Serialize(response, OcrJson.Options), null, cancellationToken);
                }
            },
            context.RequestAborted);
        if (first is null)
        {
            intake.Rejected(sender, form);
            return response!;
        }

        context.Response.Headers[IdempotentRequest.ReplayedHeader] = "true";
        return JsonSerializer.Deserialize<UploadResponse>(first.Response!, OcrJson.Options)!;
    }

    private UploadResponse ResponseOf(UploadForm form, IReadOnlyList<ReceiptRow> rows, Sender sender, string message) => new(
        true,
        form.Rejected.Count == 0 ? message : $"Se subieron {rows.Count} de {rows.Count + form.Rejected.Count} archivos",
        rows.Count,
        time.GetUtcNow(),
        [.. rows.Zip(form.Files, Entry)],
        sender.UploadId)
    {
        FilesRejected = PartialUpload.IsRequested(form)
            ? [.. form.Rejected.Select(file => new RejectedEntry(file.Index, file.Name, new UploadValidation(false, file.Errors, [])))] : null,
    };

    private static UploadedEntry Entry(ReceiptRow row, UploadedFile file) => new(
        row.OriginalName,
        row.StoredName,
        ReceiptIds.Of(row.ReceiptId),
        row.SizeBytes,
        new UploadedMetadata(
            row.Metadata.DrawNumber, row.Metadata.DrawDate, row.Metadata.WhatsappId, row.Metadata.SenderName, row.Metadata.SentAt, file.Header!.Extension),
        new UploadValidation(true, [], [.. Warnings(row, file)]));

    private static IEnumerable<string> Warnings(ReceiptRow row, UploadedFile file)
    {
        if (MetadataRules.Warn(row.Metadata.WhatsappId) is { } warning)
        {
            yield return warning;
        }

        var claimed = Path.GetExtension(row.OriginalName).TrimStart('.').ToUpperInvariant();
        var actual = file.Header!.Extension.ToUpperInvariant();
        if (claimed != actual && (claimed, actual) != ("JPEG", "JPG"))
        {
            yield return $"La extensión del archivo no corresponde a su contenido ({file.Header.Extension})";
        }
    }
}
