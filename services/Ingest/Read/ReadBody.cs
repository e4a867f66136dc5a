using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Upload;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Ingest.Read;

/// <summary>Reads the body of a read into a form of one image: multipart, or JSON with the image as base64.</summary>
internal sealed class ReadBody(IOptions<IngestOptions> options, MultipartBody multipart)
{
    private const int ChunkBytes = 64 * 1024;

    // A JSON body is parsed as a whole, in reused buffers: at most two bodies concurrently. Further bodies wait on disk.
    private const int MaxConcurrentBodies = 2;
    private static readonly SemaphoreSlim Turns = new(MaxConcurrentBodies);
    private static readonly ArrayPool<byte> Buffers = ArrayPool<byte>.Create(1 << 30, 2 * MaxConcurrentBodies);

    /// <summary>Reads the whole body. Errors of the image and fields are collected in the form.</summary>
    public Task ReadAsync(HttpContext context, UploadForm form) =>
        context.Request.HasJsonContentType() ? ReadJsonAsync(context, form) : multipart.ReadAsync(context, form);

    private async Task ReadJsonAsync(HttpContext context, UploadForm form)
    {
        var limit = UploadSize.JsonLimit(options.Value.MaxFileBytes);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = limit;
        }

        await using var body = TempFile.Create(options.Value.TempFolder);
        var length = await SpoolAsync(context.Request.Body, body, limit, context.RequestAborted);
        await Turns.WaitAsync(context.RequestAborted);
        try
        {
            await ParseAsync(body, length, form, context.RequestAborted);
        }
        finally
        {
            Turns.Release();
        }
    }

    private async Task<int> SpoolAsync(Stream body, FileStream file, long limit, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            var length = 0;
            for (int read; (read = await body.ReadAsync(buffer.AsMemory(0, ChunkBytes), cancellationToken)) > 0; length += read)
            {
                if (length + read > limit)
                {
                    throw UploadErrors.TooLarge([], options.Value.MaxFileBytes);
                }

                await TempFile.AppendAsync(file, buffer.AsMemory(0, read), cancellationToken);
            }

            return length;
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw UploadErrors.TooLarge([], options.Value.MaxFileBytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task ParseAsync(FileStream body, int length, UploadForm form, CancellationToken cancellationToken)
    {
        var (bytes, image) = (Buffers.Rent(length), Buffers.Rent(length));
        try
        {
            body.Position = 0;
            await body.ReadExactlyAsync(bytes.AsMemory(0, length), cancellationToken);
            var json = new ReadJson(form);
            json.Read(bytes.AsSpan(0, length), image);
            if (json.ImageBytes is { } size)
            {
                using var content = new MemoryStream(image, 0, size, writable: false);
                var (file, read, error) = await new FileSpool(options.Value).ReadAsync(content, json.FileName, stopAtLimit: false, cancellationToken);
                form.AddFile(json.FileName, file, read, error);
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Unpaired surrogates are found only when a text is read: InvalidOperationException.
            throw new ApiException(ApiErrors.Of(400) with { Details = "El cuerpo debe ser un objeto JSON bien formado" });
        }
        finally
        {
            Buffers.Return(bytes);
            Buffers.Return(image);
        }
    }
}
