using System.Net;
using System.Net.Http.Headers;

namespace Ocr.Client.Tests;

/// <summary>Responds to each request with the next response of its script, and records what was sent.</summary>
internal sealed class ScriptedServer(params Func<HttpResponseMessage>[] script) : HttpMessageHandler
{
    private int _next;

    public List<Sent> Requests { get; } = [];

    public OcrClient Client(int attempts = 3, TimeSpan? timeout = null)
    {
        var http = new HttpClient(this) { BaseAddress = new Uri("http://server.example/"), Timeout = timeout ?? TimeSpan.FromSeconds(30) };
        var retry = new RetryPolicy { Attempts = attempts, FirstWait = TimeSpan.FromMilliseconds(1), LongestWait = TimeSpan.FromSeconds(5) };
        return new OcrClient(http, new OcrClientOptions { ApiKey = "ocr_secret", Retry = retry });
    }

    public static Func<HttpResponseMessage> Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        () => new HttpResponseMessage(status) { Content = new StringContent(body) };

    public static Func<HttpResponseMessage> Fails(HttpStatusCode status, int? retryAfter = null) => () =>
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent("<html>") };
        response.Headers.RetryAfter = retryAfter is { } seconds ? new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds)) : null;
        return response;
    };

    public static Func<HttpResponseMessage> Breaks(HttpRequestError error) => () => throw new HttpRequestException(error);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Requests.Add(new Sent(
            request.Method, request.RequestUri!.PathAndQuery, request.Headers.ToDictionary(header => header.Key, header => header.Value.First()), body));
        return script[_next++]();
    }
}

internal sealed record Sent(HttpMethod Method, string Path, Dictionary<string, string> Headers, byte[] Body);
