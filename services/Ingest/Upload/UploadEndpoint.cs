using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Data;
using Ocr.Ingest.Dispatch;

namespace Ocr.Ingest.Upload;

/// <summary><c>POST /api/upload</c>: all files or none.</summary>
internal sealed class UploadEndpoint(IOptions<IngestOptions> options, ReceiptWriter writer, SweepSignal sweep, TimeProvider time)
{
    private const long FormOverhead = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/upload", (HttpContext context, UploadEndpoint endpoint) => endpoint.HandleAsync(context));

    private async Task<UploadAnswer> HandleAsync(HttpContext context)
    {
        using var form = new UploadForm();
        await ReadAsync(context, form);
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

        var rows = await writer.WriteAsync(form.Files, context.RequestAborted);
        sweep.Set();
        var entries = rows.Zip(form.Files, Entry).ToArray();
        return new UploadAnswer(true, "Archivos subidos exitosamente", entries.Length, time.GetUtcNow(), entries);
    }

    private async Task ReadAsync(HttpContext context, UploadForm form)
    {
        var boundary = MultipartForm.Boundary(context.Request.ContentType) ?? throw UploadErrors.NotMultipart();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = (options.Value.MaxFiles * options.Value.MaxFileBytes) + FormOverhead;
        }

        try
        {
            await new MultipartForm(options.Value).ReadAsync(context.Request.Body, boundary, form, context.RequestAborted);
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
