namespace Ocr.Client;

/// <summary>One request, as it is built for every attempt.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Body">Creates the body.</param>
internal sealed record Call(HttpMethod Method, string Path, Func<HttpContent>? Body = null)
{
    /// <summary>Recognizes the request when it arrives a second time.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Value of <c>Prefer</c>.</summary>
    public string? Prefer { get; init; }

    /// <summary>Whether the request may be sent again when the server may have processed it.</summary>
    public bool IsRepeatable { get => field || IdempotencyKey is not null || Method == HttpMethod.Get; init; }

    public HttpRequestMessage Message(string? apiKey)
    {
        var message = new HttpRequestMessage(Method, new Uri(Path, UriKind.Relative)) { Content = Body?.Invoke() };
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[("X-API-Key", apiKey), ("Idempotency-Key", IdempotencyKey), ("Prefer", Prefer)])
        {
            if (value is not null)
            {
                message.Headers.Add(name, value);
            }
        }

        return message;
    }
}
