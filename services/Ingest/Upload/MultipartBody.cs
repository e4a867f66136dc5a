using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Ingest.Upload;

/// <summary>Reads the multipart body of a request into a form.</summary>
internal sealed class MultipartBody(IOptions<IngestOptions> options)
{
    /// <summary>Reads the complete body. Errors of files and fields are collected in the form.</summary>
    public async Task ReadAsync(HttpContext context, UploadForm form)
    {
        var maxFiles = form.IsSingle ? 1 : options.Value.MaxFiles;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = UploadSize.Limit(maxFiles, options.Value.MaxFileBytes);
        }

        try
        {
            var boundary = MultipartForm.Boundary(context.Request.ContentType)
                ?? await BodyBoundary.FindAsync(context.Request.BodyReader, context.RequestAborted)
                ?? throw UploadErrors.NotMultipart();
            await new MultipartForm(options.Value, maxFiles).ReadAsync(context.Request.BodyReader.AsStream(), boundary, form, context.RequestAborted);
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
}
