using Ocr.Gateway.Limits;

namespace Ocr.Gateway.Routes;

/// <summary>The one table of what paths need. A path of the API that stands in no line needs what is usual.</summary>
internal static class RouteRules
{
    private static readonly RouteRule Outside = new("") { Unlimited = true };

    private static readonly RouteRule Usual = new("/api");

    private static readonly RouteRule[] Rules =
    [
        new("/api/health") { Unlimited = true },
        new("/api/docs") { Unlimited = true },
        new("/api/upload") { Kind = RequestKind.Upload, CarriesImages = true },
        new("/api/secure/upload") { Kind = RequestKind.Upload, CarriesImages = true },
        new("/api/ocr/process_image") { Kind = RequestKind.Upload, CarriesImages = true },
        new("/api/ocr/process_batch") { Kind = RequestKind.Process },
    ];

    /// <summary>
    /// The rule of a request. It goes by the endpoint that will answer and not by the text of the path, so that no spelling of a
    /// path reaches an endpoint by another rule than its own.
    /// </summary>
    public static RouteRule Of(HttpContext context) =>
        Of(context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } ? "/" + pattern.TrimStart('/') : context.Request.Path);

    /// <summary>The rule of a path or of a route pattern; the longest that covers it.</summary>
    public static RouteRule Of(PathString path) =>
        !path.StartsWithSegments(Usual.Path, StringComparison.OrdinalIgnoreCase) ? Outside
        : Rules.Where(rule => path.StartsWithSegments(rule.Path, StringComparison.OrdinalIgnoreCase)).MaxBy(rule => rule.Path.Length) ?? Usual;
}
