using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ocr.Client;

/// <summary>Sends requests, and repeats them where that is safe.</summary>
internal sealed class Transport(HttpClient http, OcrClientOptions options)
{
    /// <summary>Sends a request and reads its JSON.</summary>
    public async Task<T> JsonAsync<T>(Call call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, type, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the JSON of a response.</summary>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("The response is null.");
    }

    /// <summary>Sends a request until it succeeds, or must not be repeated.</summary>
    /// <exception cref="OcrApiException">An error response.</exception>
    /// <exception cref="HttpRequestException">No response.</exception>
    public async Task<HttpResponseMessage> SendAsync(Call call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(call, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested && Wait(call, error, attempt) is { } wait)
            {
                await Task.Delay(wait, options.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private TimeSpan? Wait(Call call, Exception error, int attempt) =>
        MayRepeat(call, error) ? options.Retry.WaitAfter(attempt, (error as OcrApiException)?.RetryAfter) : null;

    private static bool MayRepeat(Call call, Exception error) => error switch
    {
        // The server refused the request completely.
        OcrApiException { Status: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } => true,
        OcrApiException { Status: HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout } => call.IsRepeatable,
        OcrApiException => false,
        // The request did not reach a server.
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => true,
        HttpRequestException or HttpIOException or TaskCanceledException { InnerException: TimeoutException } => call.IsRepeatable,
        _ => false,
    };

    private async Task<HttpResponseMessage> OnceAsync(Call call, CancellationToken cancellationToken)
    {
        using var message = call.Message(options.ApiKey);
        var response = await http.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ErrorAsync(response, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<OcrApiException> ErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        ErrorResponse? body = null;
        try
        {
            body = await ReadAsync(response, ModelContext.Default.ErrorResponse, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            // A proxy in front of the server responds with HTML.
        }

        return new OcrApiException(response.StatusCode, body, response.Headers.RetryAfter?.Delta);
    }
}
