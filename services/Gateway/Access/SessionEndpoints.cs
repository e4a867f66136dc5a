using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Gateway.Access;

/// <summary><c>/api/auth/session</c>: a person exchanges a key for a session of the browser, sees who is signed in, and signs out.</summary>
internal static class SessionEndpoints
{
    private const string Path = "/api/auth/session";

    /// <summary>Maps them.</summary>
    public static void MapSessionEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapPost(Path, OpenAsync);
        app.MapGet(Path, GetAsync);
        app.MapDelete(Path, Close);
    }

    private static async Task<SessionAnswer> OpenAsync(
        HttpContext context, CallerReader reader, Sessions sessions, AccessTokens tokens, KeyUsage usage, IOptions<AccessOptions> options)
    {
        if (!tokens.CanIssue)
        {
            throw new ApiException(AccessFaults.NoSessions);
        }

        var credential = (await TokenRequest.ReadAsync(context.Request, context.RequestAborted))?.ApiKey?.Trim();
        if (string.IsNullOrEmpty(credential))
        {
            throw new ApiException(ApiFaults.InvalidField("api_key", "Es obligatoria: la API key con la que entra"));
        }

        var caller = sessions.IsAdministrator(credential) ? new Caller(null, CallerFault.None) { IsAdmin = true }
            : credential.StartsWith(ApiKeys.Prefix, StringComparison.Ordinal) ? await reader.ReadAsync(credential, context.RequestAborted)
            : new Caller(null, CallerFault.Invalid);
        if (caller.Fault != CallerFault.None)
        {
            throw new ApiException(AccessFaults.Of(caller.Fault));
        }

        if (caller.Key is { } key)
        {
            usage.Count(key.Id);
        }

        // The audit trail names the person.
        context.Features.Set(caller);
        var (session, expiresAt) = sessions.Open(caller);
        SessionCookie.Set(context.Response, session, expiresAt);
        return SessionAnswer.Of(caller, options.Value.Required, canSignIn: true);
    }

    private static async Task<SessionAnswer> GetAsync(HttpContext context, CallerReader reader, AccessTokens tokens, IOptions<AccessOptions> options)
    {
        var caller = await reader.ReadAsync(context.Request);
        if (caller.Fault == CallerFault.Unknown)
        {
            throw new ApiException(AccessFaults.Of(caller.Fault));
        }

        return SessionAnswer.Of(caller, options.Value.Required, tokens.CanIssue);
    }

    private static IResult Close(HttpContext context)
    {
        SessionCookie.Remove(context.Response);
        return Results.Json(new SessionClosed("success", "Sesión cerrada"));
    }
}

/// <summary>Who is signed in, and what the page may offer.</summary>
internal sealed record SessionAnswer(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("auth_required")] bool AuthRequired,
    [property: JsonPropertyName("can_sign_in")] bool CanSignIn,
    [property: JsonPropertyName("signed_in")] bool SignedIn,
    [property: JsonPropertyName("is_admin")] bool IsAdmin,
    [property: JsonPropertyName("name"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name,
    [property: JsonPropertyName("role"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role,
    [property: JsonPropertyName("tenant"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Tenant,
    [property: JsonPropertyName("permissions")] IReadOnlyList<string> Permissions)
{
    /// <summary>The answer for a caller.</summary>
    public static SessionAnswer Of(Caller caller, bool required, bool canSignIn)
    {
        var own = caller.Key?.Permissions.Split(',');
        return new SessionAnswer(
            "success",
            required,
            canSignIn,
            caller.Fault == CallerFault.None,
            caller.IsAdmin,
            caller.IsAdmin ? "admin" : caller.Key?.Name,
            own is null ? null : Roles.Of(own),
            caller.Key?.Tenant,
            !required || caller.IsAdmin ? Access.Permissions.All : own ?? []);
    }
}

/// <summary>Answer of <c>DELETE /api/auth/session</c>.</summary>
internal sealed record SessionClosed(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message);
