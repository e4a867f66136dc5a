using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ocr.Ingest.Upload;

/// <summary>Reads a multipart body part by part, with limits.</summary>
internal sealed class MultipartForm(IngestOptions options, int maxFiles)
{
    /// <summary>The boundary of a multipart media type; <see langword="null"/> when there is none.</summary>
    public static string? Boundary(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= BodyBoundary.MaxLength } boundary
            ? boundary.Value
            : null;

    /// <summary>Reads the complete body. Errors are collected in the form.</summary>
    /// <exception cref="InvalidDataException">The body is not a multipart body with this boundary.</exception>
    public async Task ReadAsync(Stream body, string boundary, UploadForm form, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(boundary, body);
        var spool = new FileSpool(options);
        var files = 0;
        var fields = 0;
        while (files + fields <= PartsRead && await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                throw new InvalidDataException("A part has no Content-Disposition.");
            }

            if (FileName(disposition) is { } fileName)
            {
                // Drains excess files so that the error response can be sent.
                if (++files <= maxFiles)
                {
                    await ReadFileAsync(section.Body, fileName, spool, form, cancellationToken);
                }
            }
            else if (++fields <= FieldsAllowed)
            {
                await ReadFieldAsync(section.Body, Text(disposition.Name), form, cancellationToken);
            }
        }

        CheckCounts(files, fields, form);
    }

    // Excess parts are counted for the error response, up to a limit.
    private int PartsRead => 10 * (maxFiles + FieldsAllowed);

    private int FieldsAllowed => (maxFiles + 1) * (MetadataRules.Required.Count + MetadataRules.Optional.Count + 3);

    private void CheckCounts(int files, int fields, UploadForm form)
    {
        if (files > maxFiles)
        {
            form.Errors.Field("files", $"Demasiados archivos: {files} (máximo {maxFiles})");
        }

        if (fields > FieldsAllowed)
        {
            form.Errors.Field("formulario", $"Demasiados campos: {fields} (máximo {FieldsAllowed})");
        }
    }

    private static async Task ReadFileAsync(
        Stream part, string fileName, FileSpool spool, UploadForm form, CancellationToken cancellationToken)
    {
        var (file, size, error) = await spool.ReadAsync(part, fileName, stopAtLimit: false, cancellationToken);
        if (fileName.Length == 0 && size == 0)
        {
            // Browsers send this part for an empty file input.
            file!.Dispose();
            return;
        }

        form.AddFile(fileName, file, size, error);
    }

    private static async Task ReadFieldAsync(Stream part, string name, UploadForm form, CancellationToken cancellationToken)
    {
        var bytes = new byte[UploadForm.MaxFieldBytes + 1];
        var length = await part.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        form.AddField(name, bytes.AsSpan(0, length));
    }

    private static string? FileName(ContentDispositionHeaderValue disposition)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return name.HasValue ? ClientNames.Printable(Text(name)) : null;
    }

    private static string Text(Microsoft.Extensions.Primitives.StringSegment value) =>
        HeaderUtilities.RemoveQuotes(value).Value ?? "";
}
