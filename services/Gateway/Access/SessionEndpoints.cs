using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Gateway.Access;

/// <summary><c>/api/auth/session</c>: a person exchanges a key for a session of the browser, sees who is signed in, and signs out.</summary>
internal static class SessionEndpoints
{
    private const string Path = "/api/auth/session";

    /// <summary>Maps the endpoints.</summary>
    public static void MapSessionEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapPost(Path, OpenAsync);
        app.MapGet(Path, GetAsync);
        app.MapDelete(Path, Close);
    }

    private static async Task<SessionResponse> OpenAsync(
        HttpContext context, ClientAuthenticator authenticator, Sessions sessions, AccessTokens tokens, KeyUsage usage, IOptions<AccessOptions> options)
    {
        if (!tokens.CanIssue)
        {
            throw new ApiException(AccessErrors.NoSessions);
        }

        var credential = (await TokenRequest.ReadAsync(context.Request, context.RequestAborted))?.ApiKey?.Trim();
        if (string.IsNullOrEmpty(credential))
        {
            throw new ApiException(ApiErrors.InvalidField("api_key", "Es obligatoria: la API key con la que entra"));
        }

        var client = sessions.IsAdministrator(credential) ? new AuthenticatedClient(null, AuthenticationError.None) { IsAdmin = true }
            : credential.StartsWith(ApiKeys.Prefix, StringComparison.Ordinal) ? await authenticator.AuthenticateAsync(credential, context.RequestAborted)
            : new AuthenticatedClient(null, AuthenticationError.Invalid);
        if (client.Error != AuthenticationError.None)
        {
            throw new ApiException(AccessErrors.Of(client.Error));
        }

        if (client.Key is { } key)
        {
            usage.Count(key.Id);
        }

        // The audit trail records the client.
        context.Features.Set(client);
        var (session, expiresAt) = sessions.Open(client);
        SessionCookie.Set(context.Response, session, expiresAt);
        return SessionResponse.Of(client, options.Value.Required, canSignIn: true);
    }

    private static async Task<SessionResponse> GetAsync(HttpContext context, ClientAuthenticator authenticator, AccessTokens tokens, IOptions<AccessOptions> options)
    {
        var client = await authenticator.AuthenticateAsync(context.Request);
        if (client.Error == AuthenticationError.Unknown)
        {
            throw new ApiException(AccessErrors.Of(client.Error));
        }

        return SessionResponse.Of(client, options.Value.Required, tokens.CanIssue);
    }

    private static IResult Close(HttpContext context)
    {
        SessionCookie.Remove(context.Response);
        return Results.Json(new SessionClosed("success", "Sesión cerrada"));
    }
}

/// <summary>The signed-in client and its permissions.</summary>
internal sealed record SessionResponse(
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
    /// <summary>Maps a client to the response.</summary>
    public static SessionResponse Of(AuthenticatedClient client, bool required, bool canSignIn)
    {
        var own = client.Key?.Permissions.Split(',');
        return new SessionResponse(
            "success",
            required,
            canSignIn,
            client.Error == AuthenticationError.None,
            client.IsAdmin,
            client.IsAdmin ? "admin" : client.Key?.Name,
            own is null ? null : Roles.Of(own),
            client.Key?.Tenant,
            !required || client.IsAdmin ? Access.Permissions.All : own ?? []);
    }
}

/// <summary>Response of <c>DELETE /api/auth/session</c>.</summary>
internal sealed record SessionClosed(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message);
