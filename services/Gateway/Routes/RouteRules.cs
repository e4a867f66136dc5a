using Ocr.Gateway.Limits;

namespace Ocr.Gateway.Routes;

/// <summary>The rules of all paths. A path of the API without a rule has the default rule.</summary>
internal static class RouteRules
{
    private static readonly RouteRule Outside = new("", RequiredPermission.None) { Unlimited = true };

    private static readonly RouteRule Usual = new("/api", RequiredPermission.Key);

    private static readonly RouteRule[] Rules =
    [
        new("/api/health", RequiredPermission.None) { Unlimited = true },
        new("/api/docs", RequiredPermission.None) { Unlimited = true },
        new("/api/auth/token", RequiredPermission.None),
        new("/api/auth/session", RequiredPermission.None),
        new("/api/generate_key", RequiredPermission.AdminKey),
        new("/api/list_keys", RequiredPermission.AdminKey),
        new("/api/revoke_key", RequiredPermission.AdminKey),
        new("/api/audit", RequiredPermission.AdminKey),
        new("/api/upload", RequiredPermission.ProcessOcr) { Kind = RequestKind.Upload, CarriesImages = true },
        new("/api/secure/upload", RequiredPermission.ProcessOcr) { Kind = RequestKind.Upload, CarriesImages = true, AlwaysGuarded = true },
        new("/api/ocr/process_image", RequiredPermission.ProcessOcr) { Kind = RequestKind.Upload, CarriesImages = true },
        new("/api/ocr/read", RequiredPermission.ProcessOcr) { Kind = RequestKind.Upload, CarriesOneImage = true },
        new("/api/ocr/process_batch", RequiredPermission.ProcessOcr) { Kind = RequestKind.Process },
        new("/api/ocr/status", RequiredPermission.ProcessOcr),
        new("/api/ocr/queue", RequiredPermission.ProcessOcr),
        new("/api/files/pending", RequiredPermission.ProcessOcr),
        new("/api/files/processed", RequiredPermission.DownloadResults),
        new("/api/ocr/result", RequiredPermission.DownloadResults),
        new("/api/ocr/result_data", RequiredPermission.DownloadResults) { Kind = RequestKind.Review },
        new("/api/ocr/download_json", RequiredPermission.DownloadResults),
        new("/api/ocr/image", RequiredPermission.DownloadResults) { Kind = RequestKind.Review },
        new("/api/extract_results", RequiredPermission.DownloadResults),
        new("/api/batches", RequiredPermission.DownloadResults) { PermissionToChange = RequiredPermission.Review },
        new("/api/receipts", RequiredPermission.DownloadResults) { PermissionToChange = RequiredPermission.Review, Kind = RequestKind.Review },
        new("/api/draws", RequiredPermission.DownloadResults) { PermissionToChange = RequiredPermission.Review, Kind = RequestKind.Review },
        new("/api/events", RequiredPermission.DownloadResults),
        new("/api/webhooks", RequiredPermission.Webhooks),
        new("/api/clean", RequiredPermission.CleanSystem),
    ];

    /// <summary>
    /// The rule of a request. The pattern of its endpoint selects the rule, not the text of the path, so that no spelling of a
    /// path reaches an endpoint under another rule.
    /// </summary>
    public static RouteRule Of(HttpContext context)
    {
        var rule = Of(context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } ? "/" + pattern.TrimStart('/') : context.Request.Path);
        return rule.PermissionToChange is { } required && !IsRead(context.Request.Method) ? rule with { Permission = required } : rule;
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>The rule of a path or of a route pattern: the longest matching one.</summary>
    public static RouteRule Of(PathString path) =>
        !path.StartsWithSegments(Usual.Path, StringComparison.OrdinalIgnoreCase) ? Outside
        : Rules.Where(rule => path.StartsWithSegments(rule.Path, StringComparison.OrdinalIgnoreCase)).MaxBy(rule => rule.Path.Length) ?? Usual;
}
