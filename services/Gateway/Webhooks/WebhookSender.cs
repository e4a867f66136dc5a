using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;
using Ocr.Gateway.Data;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Net;

namespace Ocr.Gateway.Webhooks;

/// <summary>
/// Sends events. The status of the response is the result; its body is not read. Addresses and their errors are not logged, because a URL can contain a
/// secret of its receiver.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    private readonly HttpClient _client;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;

    public WebhookSender(ReceiverAddresses addresses, IOptions<WebhookOptions> options, TimeProvider time)
    {
        (_timeout, _time) = (options.Value.Timeout, time);
        // IHttpClientFactory is not used, because it logs addresses.
        _client = new HttpClient(addresses.Guard.CreateHandler(_timeout)) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("ocr-webhooks", "1.0"));
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Sends an event once. Errors of the receiver are part of the result.</summary>
    public async Task<Attempt> SendAsync(WebhookRow webhook, EventRow stored, CancellationToken cancellationToken)
    {
        var at = _time.GetUtcMilliseconds();
        // The real clock, not the clock of the rows: tests can stop that one.
        var began = TimeProvider.System.GetTimestamp();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(_timeout);
        using var request = Request(webhook, stored, at);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            return Of((int)response.StatusCode, response.IsSuccessStatusCode ? null : ErrorOf((int)response.StatusCode));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Of(null, AttemptErrors.Timeout);
        }
        catch (HttpRequestException exception)
        {
            return Of(null, ErrorOf(exception));
        }

        Attempt Of(int? status, string? error) =>
            new(at, status, error, (int)TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
    }

    private static string ErrorOf(int status) => status is >= 300 and < 400 ? AttemptErrors.Redirect : AttemptErrors.Status;

    private static string ErrorOf(HttpRequestException exception) =>
        AddressRefusedException.IsCauseOf(exception) ? AttemptErrors.Refused
        : exception.HttpRequestError == HttpRequestError.SecureConnectionError ? AttemptErrors.Tls
        : AttemptErrors.Connection;

    private static HttpRequestMessage Request(WebhookRow webhook, EventRow stored, DateTimeOffset at)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new StringContent(stored.Body, Encoding.UTF8, MediaTypeNames.Application.Json),
        };
        request.Headers.Add("webhook-id", stored.MessageId);
        request.Headers.Add("webhook-timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSecrets.Sign(webhook, stored, at));
        return request;
    }
}
