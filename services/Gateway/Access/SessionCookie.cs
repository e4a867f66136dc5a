using Ocr.Gateway.Origins;

namespace Ocr.Gateway.Access;

/// <summary>The cookie of a signed-in browser. Scripts cannot read it, and pages of other sites cannot send it.</summary>
internal static class SessionCookie
{
    private const string Name = "ocr_session";
    private const string Path = "/api";

    /// <summary>
    /// The session of a request; <see langword="null"/> when there is none, or when a page of another origin sends it: SameSite treats other ports and
    /// subdomains of a host as the same site.
    /// </summary>
    public static string? Of(HttpRequest request) =>
        request.Cookies[Name] is { Length: > 0 } session && !RequestOrigin.IsForeign(request, []) ? session : null;

    /// <summary>Sets the cookie.</summary>
    public static void Set(HttpResponse response, string session, DateTimeOffset expiresAt) =>
        response.Cookies.Append(Name, session, Options(response, expiresAt));

    /// <summary>Removes the cookie.</summary>
    public static void Remove(HttpResponse response) => response.Cookies.Delete(Name, Options(response, null));

    private static CookieOptions Options(HttpResponse response, DateTimeOffset? expiresAt) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = response.HttpContext.Request.IsHttps,
        Path = Path,
        Expires = expiresAt,
        IsEssential = true,
    };
}
