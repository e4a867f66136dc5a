using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Data;
using Ocr.Ingest.Dispatch;
using Ocr.Ingest.Figures;
using Ocr.Ingest.Telemetry;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Ingest.Upload;

/// <summary>
/// <c>POST /api/upload</c>: all files or none. Every part with a file name is a file, whatever its field is called. The same under
/// <c>/api/secure/upload</c>, whose token the gateway has checked, and under the older <c>/api/ocr/process_image</c>.
/// </summary>
internal sealed class UploadEndpoint(
    IOptions<IngestOptions> options, ReceiptWriter writer, UploadFigures figures, SweepSignal sweep, IngestMetrics metrics, TimeProvider time,
    ILogger<UploadEndpoint> logger)
{
    private const string Uploaded = "Archivos subidos exitosamente";
    private const string UploadedSecurely = "Upload successful";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/upload", (HttpContext context, UploadEndpoint endpoint) => endpoint.HandleAsync(context, Uploaded));
        app.MapPost("/api/ocr/process_image", (HttpContext context, UploadEndpoint endpoint) => endpoint.HandleAsync(context, Uploaded));
        app.MapPost("/api/secure/upload", (HttpContext context, UploadEndpoint endpoint) => endpoint.HandleAsync(context, UploadedSecurely));
    }

    private async Task<UploadAnswer> HandleAsync(HttpContext context, string message)
    {
        using var form = new UploadForm();
        try
        {
            var entries = await TakeAsync(context, form);
            figures.Accepted(entries.Count, form.Files.Sum(file => file.SizeBytes));
            return new UploadAnswer(true, message, entries.Count, time.GetUtcNow(), entries);
        }
        catch (ApiException refusal)
        {
            figures.Refused(refusal.Fault.Code, form.Files.Count + form.TooLarge.Count);
            throw;
        }
        finally
        {
            // Wakes the loop that announces what was stored, and writes the figures down.
            sweep.Set();
        }
    }

    private async Task<IReadOnlyList<UploadedEntry>> TakeAsync(HttpContext context, UploadForm form)
    {
        try
        {
            await ReadAsync(context, form);
            Check(form);
            var rows = await writer.WriteAsync(form.Files, context.RequestAborted);
            metrics.Uploaded(rows.Count);
            return [.. rows.Zip(form.Files, Entry)];
        }
        catch (NotStoredException fault)
        {
            Log.NotStored(logger, fault);
            throw UploadErrors.NotStored();
        }
        catch (BadHttpRequestException fault)
        {
            throw new ApiException(ApiFaults.Of(fault.StatusCode));
        }
    }

    private void Check(UploadForm form)
    {
        if (form.TooLarge.Count > 0)
        {
            throw UploadErrors.TooLarge(form.TooLarge, options.Value.MaxFileBytes);
        }

        if (form.Files.Count == 0)
        {
            form.Faults.Field("files", "Falta el archivo");
        }

        MetadataReader.Apply(form);
        if (form.Faults.Any)
        {
            throw form.Faults.ToException();
        }
    }

    private async Task ReadAsync(HttpContext context, UploadForm form)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = UploadSize.Limit(options.Value.MaxFiles, options.Value.MaxFileBytes);
        }

        try
        {
            var boundary = MultipartForm.Boundary(context.Request.ContentType)
                ?? await BodyBoundary.FindAsync(context.Request.BodyReader, context.RequestAborted)
                ?? throw UploadErrors.NotMultipart();
            await new MultipartForm(options.Value).ReadAsync(context.Request.BodyReader.AsStream(), boundary, form, context.RequestAborted);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw UploadErrors.TooLarge(form.TooLarge, options.Value.MaxFileBytes);
        }
        catch (Exception exception) when (exception is InvalidDataException || (exception is IOException and not BadHttpRequestException))
        {
            throw UploadErrors.Broken();
        }
    }

    private static UploadedEntry Entry(ReceiptRow row, UploadedFile file) => new(
        row.OriginalName,
        row.StoredName,
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
