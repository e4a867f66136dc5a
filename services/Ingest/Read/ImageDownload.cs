using Microsoft.Extensions.Options;
using Ocr.Ingest.Upload;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Net;

namespace Ocr.Ingest.Read;

/// <summary>Downloads the image of a read from an allowed host, within limits of size and time (docs/adr/0046).</summary>
internal sealed class ImageDownload : IDisposable
{
    /// <summary>Name of the field with the address.</summary>
    public const string Field = "url";

    private readonly HttpClient _client;
    private readonly ReadOptions _options;
    private readonly IngestOptions _limits;
    private readonly TimeProvider _time;

    public ImageDownload(PublicAddressGuard guard, IOptions<ReadOptions> options, IOptions<IngestOptions> limits, TimeProvider time)
    {
        (_options, _limits, _time) = (options.Value, limits.Value, time);
        _client = new HttpClient(guard.CreateHandler(_options.UrlTimeout)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Adds the image to the form, or the error of its address.</summary>
    /// <exception cref="ApiException">503: the other server did not send the image.</exception>
    public async Task ReadAsync(string url, UploadForm form, CancellationToken cancellationToken)
    {
        var (address, error) = ReadUrl.Check(url, _options);
        if (address is null)
        {
            form.Errors.Field(Field, error!);
            return;
        }

        using var timeout = new CancellationTokenSource(_options.UrlTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await ReadAsync(address, form, either.Token);
        }
        catch (HttpRequestException exception) when (AddressRefusedException.IsCauseOf(exception))
        {
            form.Errors.Field(Field, "El servidor de la dirección no es público");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unavailable($"La imagen no llegó en {_options.UrlTimeout.TotalSeconds:0} s");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Unavailable("No se pudo descargar la imagen de su dirección");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task ReadAsync(Uri address, UploadForm form, CancellationToken cancellationToken)
    {
        using var response = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var status = (int)response.StatusCode;
        if (status is >= 300 and < 500)
        {
            form.Errors.Field(Field, status < 400
                ? "La dirección redirige a otra; envíe la última" : $"El servidor de la dirección respondió {status}");
            return;
        }

        if (status != StatusCodes.Status200OK)
        {
            throw Unavailable($"El servidor de la dirección respondió {status}");
        }

        var name = ClientNames.Printable(ReadUrl.FileName(address));
        if (response.Content.Headers.ContentLength is { } length && length > _limits.MaxFileBytes)
        {
            form.TooLarge.Add((name, length));
            return;
        }

        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        var (file, size, error) = await new FileSpool(_limits).ReadAsync(content, name, stopAtLimit: true, cancellationToken);
        form.AddFile(name, file, size, error);
    }

    private static ApiException Unavailable(string details) => new(ApiErrors.Of(StatusCodes.Status503ServiceUnavailable) with { Details = details });
}
