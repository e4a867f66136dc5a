using Ocr.Gateway.Access;

namespace Ocr.Gateway.Audit;

/// <summary>Maps requests to actions of the audit trail.</summary>
internal static class AuditActions
{
    /// <summary>A key or token was refused, or lacks the permission.</summary>
    public const string KeyRefused = "key_rechazada";

    private const string KeyCreated = "key_creada", KeyRevoked = "key_revocada", Cleaned = "limpieza", Exported = "exportacion",
        Decided = "decision", Corrected = "correccion", SignedIn = "entrada", Reread = "relectura", CutOff = "hora_de_cierre", WebhookCreated = "webhook_creado",
        WebhookChanged = "webhook_cambiado", WebhookDeleted = "webhook_borrado", SecretRotated = "webhook_secreto_cambiado";

    /// <summary>The action of a completed request; <see langword="null"/> when it is not audited.</summary>
    /// <param name="request">The request.</param>
    /// <param name="statusCode">Status of the response.</param>
    public static string? Of(HttpRequest request, int statusCode) =>
        statusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
            ? Credentials.Of(request) is not null || SessionCookie.Of(request) is not null || request.Path.StartsWithSegments("/api/auth", StringComparison.OrdinalIgnoreCase) ? KeyRefused : null
            : Of(request);

    private static string? Of(HttpRequest request)
    {
        var path = request.Path.Value?.TrimEnd('/').ToLowerInvariant() ?? "";
        return (request.Method, path) switch
        {
            ("POST", "/api/generate_key") => KeyCreated,
            ("DELETE", _) when path.StartsWith("/api/revoke_key/", StringComparison.Ordinal) => KeyRevoked,
            ("POST", "/api/webhooks") => WebhookCreated,
            ("PATCH", _) when path.StartsWith("/api/webhooks/", StringComparison.Ordinal) => WebhookChanged,
            ("DELETE", _) when path.StartsWith("/api/webhooks/", StringComparison.Ordinal) => WebhookDeleted,
            ("POST", _) when path.StartsWith("/api/webhooks/", StringComparison.Ordinal) && path.EndsWith("/rotate_secret", StringComparison.Ordinal) => SecretRotated,
            ("POST", "/api/auth/session") => SignedIn,
            ("POST", "/api/clean") => Cleaned,
            ("GET", "/api/extract_results") when request.Query.ContainsKey("format") => Exported,
            ("GET", _) when path.StartsWith("/api/ocr/download_json/", StringComparison.Ordinal) => Exported,
            ("GET", _) when path.EndsWith("/download", StringComparison.Ordinal) || path.EndsWith("/export", StringComparison.Ordinal) => Exported,
            ("POST", _) when path.StartsWith("/api/receipts/", StringComparison.Ordinal) && path.EndsWith("/decision", StringComparison.Ordinal) => Decided,
            ("POST", _) when path.EndsWith("/reread", StringComparison.Ordinal) => Reread,
            ("PUT", _) when path.StartsWith("/api/draws/", StringComparison.Ordinal) => CutOff,
            ("GET", "/api/receipts/truth") => Exported,
            ("PATCH", _) when path.StartsWith("/api/receipts/", StringComparison.Ordinal) => Corrected,
            _ => null,
        };
    }
}
