using Microsoft.Extensions.Primitives;
using Scalar.AspNetCore;

namespace Ocr.Gateway.Web;

/// <summary>Restricts responses in browsers: the page can load its own files only, and a response of the API is never rendered as a page.</summary>
internal static class SecurityHeaders
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private const string Page =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    // Scalar has inline styles, and one inline script with a nonce of the response.
    private const string Documentation =
        "default-src 'none'; script-src 'self' 'nonce-{0}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>Adds the headers to every response, including errors and responses of other services.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state => Apply((HttpContext)state), context);
        return next(context);
    });

    private static Task Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isApi = context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        var isDocumentation = context.Request.Path.StartsWithSegments("/api/docs", StringComparison.OrdinalIgnoreCase);
        headers.ContentSecurityPolicy = isDocumentation ? OfDocumentation(context) : isApi ? Nothing : Page;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.Remove("Server");
        if (isApi && !isDocumentation && StringValues.IsNullOrEmpty(headers.CacheControl))
        {
            // Receipts and keys are not cached.
            headers.CacheControl = "no-store";
        }

        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        return Task.CompletedTask;
    }

    private static string OfDocumentation(HttpContext context) =>
        Documentation.Replace("{0}", context.Items[ScalarOptions.NonceHttpContextItemKey]?.ToString() ?? "none", StringComparison.Ordinal);
}
