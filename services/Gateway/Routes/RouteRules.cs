using Ocr.Gateway.Limits;

namespace Ocr.Gateway.Routes;

/// <summary>The one table of what paths need. A path of the API that stands in no line needs what is usual.</summary>
internal static class RouteRules
{
    private static readonly RouteRule Outside = new("", Need.Nothing) { Unlimited = true };

    private static readonly RouteRule Usual = new("/api", Need.Key);

    private static readonly RouteRule[] Rules =
    [
        new("/api/health", Need.Nothing) { Unlimited = true },
        new("/api/docs", Need.Nothing) { Unlimited = true },
        new("/api/auth/token", Need.Nothing),
        new("/api/auth/session", Need.Nothing),
        new("/api/generate_key", Need.AdminKey),
        new("/api/list_keys", Need.AdminKey),
        new("/api/revoke_key", Need.AdminKey),
        new("/api/audit", Need.AdminKey),
        new("/api/upload", Need.ProcessOcr) { Kind = RequestKind.Upload, CarriesImages = true },
        new("/api/secure/upload", Need.ProcessOcr) { Kind = RequestKind.Upload, CarriesImages = true, AlwaysGuarded = true },
        new("/api/ocr/process_image", Need.ProcessOcr) { Kind = RequestKind.Upload, CarriesImages = true },
        new("/api/ocr/read", Need.ProcessOcr) { Kind = RequestKind.Upload, CarriesOneImage = true },
        new("/api/ocr/process_batch", Need.ProcessOcr) { Kind = RequestKind.Process },
        new("/api/ocr/status", Need.ProcessOcr),
        new("/api/ocr/queue", Need.ProcessOcr),
        new("/api/files/pending", Need.ProcessOcr),
        new("/api/files/processed", Need.DownloadResults),
        new("/api/ocr/result", Need.DownloadResults),
        new("/api/ocr/result_data", Need.DownloadResults) { Kind = RequestKind.Review },
        new("/api/ocr/download_json", Need.DownloadResults),
        new("/api/ocr/image", Need.DownloadResults) { Kind = RequestKind.Review },
        new("/api/extract_results", Need.DownloadResults),
        new("/api/batches", Need.DownloadResults) { NeedToChange = Need.Review },
        new("/api/receipts", Need.DownloadResults) { NeedToChange = Need.Review, Kind = RequestKind.Review },
        new("/api/draws", Need.DownloadResults) { NeedToChange = Need.Review, Kind = RequestKind.Review },
        new("/api/events", Need.DownloadResults),
        new("/api/webhooks", Need.Webhooks),
        new("/api/clean", Need.CleanSystem),
    ];

    /// <summary>
    /// The rule of a request. It goes by the endpoint that will answer and not by the text of the path, so that no spelling of a
    /// path reaches an endpoint by another rule than its own.
    /// </summary>
    public static RouteRule Of(HttpContext context)
    {
        var rule = Of(context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } ? "/" + pattern.TrimStart('/') : context.Request.Path);
        return rule.NeedToChange is { } need && !IsRead(context.Request.Method) ? rule with { Need = need } : rule;
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>The rule of a path or of a route pattern; the longest that covers it.</summary>
    public static RouteRule Of(PathString path) =>
        !path.StartsWithSegments(Usual.Path, StringComparison.OrdinalIgnoreCase) ? Outside
        : Rules.Where(rule => path.StartsWithSegments(rule.Path, StringComparison.OrdinalIgnoreCase)).MaxBy(rule => rule.Path.Length) ?? Usual;
}
