using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Gateway.Access;

/// <summary><c>POST /api/auth/token</c>: issues a token for a key, so that the key itself is sent rarely.</summary>
internal static class TokenEndpoint
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapTokenEndpoint(this IEndpointRouteBuilder app) => app.MapPost("/api/auth/token", IssueAsync);

    private static async Task<TokenResponse> IssueAsync(
        HttpRequest request,
        ApiKeys keys,
        KeyUsage usage,
        AccessTokens tokens,
        IOptions<AccessOptions> options,
        CancellationToken cancellationToken)
    {
        if (!tokens.CanIssue)
        {
            throw new ApiException(AccessErrors.NoTokens);
        }

        // A token cannot be exchanged for a new token: it is treated as an unknown key.
        var credential = (await TokenRequest.ReadAsync(request, cancellationToken))?.ApiKey ?? Credentials.Of(request) ?? throw new ApiException(AccessErrors.Of(AuthenticationError.Missing));
        var key = await keys.FindAsync(credential, cancellationToken) ?? throw new ApiException(AccessErrors.Of(AuthenticationError.Invalid));
        usage.Count(key.Id);
        var (token, expiresAt) = tokens.Issue(key.Id);
        return new TokenResponse("success", token, "Bearer", (long)options.Value.TokenLifetime.TotalSeconds, expiresAt);
    }
}

/// <summary>Body of the request. The key can be sent in a header instead.</summary>
internal sealed record TokenRequest([property: JsonPropertyName("api_key")] string? ApiKey)
{
    // No model binding, because with the key in a header the body can be empty and of any content type.
    public static async Task<TokenRequest?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return null;
        }

        if (!request.HasJsonContentType())
        {
            throw new ApiException(ApiErrors.Of(StatusCodes.Status415UnsupportedMediaType));
        }

        try
        {
            return await request.ReadFromJsonAsync<TokenRequest>(cancellationToken);
        }
        catch (JsonException)
        {
            throw new ApiException(ApiErrors.Of(StatusCodes.Status400BadRequest));
        }
    }
}

/// <summary>Response of <c>POST /api/auth/token</c>.</summary>
internal sealed record TokenResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] long ExpiresIn,
    [property: JsonPropertyName("expires_at")] DateTimeOffset ExpiresAt);
