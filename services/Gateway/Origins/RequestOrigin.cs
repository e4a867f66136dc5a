using Microsoft.Net.Http.Headers;

namespace Ocr.Gateway.Origins;

/// <summary>Compares the origin of the page that sent a request with the allowed origins.</summary>
internal static class RequestOrigin
{
    /// <summary>Allows every origin in <c>CORS_ORIGINS</c>.</summary>
    public const string Any = "*";

    /// <summary>Whether a text is an origin: scheme, host and port, nothing else.</summary>
    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https" && origin.GetLeftPart(UriPartial.Authority) == text.TrimEnd('/');

    /// <summary>
    /// Whether a page of a foreign origin sent the request. Programs other than browsers send no <c>Origin</c>. The scheme is not compared:
    /// behind a proxy that ends TLS the page has <c>https</c> and the request <c>http</c>.
    /// </summary>
    public static bool IsForeign(HttpRequest request, IReadOnlyList<string> allowed)
    {
        var origin = request.Headers[HeaderNames.Origin].ToString();
        return origin.Length > 0 && !allowed.Contains(Any)
            && !allowed.Any(item => item.TrimEnd('/').Equals(origin, StringComparison.OrdinalIgnoreCase))
            && !IsOwn(origin, request.Host);
    }

    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port is { } port ? page.Port == port : page.IsDefaultPort);
}
