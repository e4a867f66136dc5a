using System.Net;
using System.Net.ServerSentEvents;

namespace Ocr.Gateway.Tests.Events;

/// <summary>A client of <c>/api/events</c>.</summary>
internal sealed class EventStream : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly CancellationTokenSource _end = new(TimeSpan.FromSeconds(60));
    private readonly Stream _body;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private EventStream(HttpResponseMessage response, Stream body)
    {
        (_response, _body) = (response, body);
        _events = SseParser.Create(body).EnumerateAsync(_end.Token).GetAsyncEnumerator(_end.Token);
    }

    public HttpResponseMessage Response => _response;

    /// <summary>The stream as it is sent; not together with <see cref="NextAsync"/>.</summary>
    public Stream Body => _body;

    public static async Task<EventStream> OpenAsync(HttpClient client, string query = "", string? lastEventId = null, string? key = null)
    {
        var response = await SendAsync(client, query, lastEventId, key);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new EventStream(response, await response.Content.ReadAsStreamAsync());
    }

    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, string query = "", string? lastEventId = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events" + query);
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        if (key is not null)
        {
            request.Headers.Add("X-API-Key", key);
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The next event; <see langword="null"/> at the end of the stream.</summary>
    public async Task<SseItem<string>?> NextAsync() => await _events.MoveNextAsync() ? _events.Current : null;

    public async Task<SseItem<string>[]> TakeAsync(int count)
    {
        var events = new List<SseItem<string>>();
        while (events.Count < count && await NextAsync() is { } next)
        {
            events.Add(next);
        }

        return [.. events];
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _response.Dispose();
        _end.Dispose();
    }
}
