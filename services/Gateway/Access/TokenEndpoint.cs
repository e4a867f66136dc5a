using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Gateway.Access;

/// <summary><c>POST /api/auth/token</c>: a token for a key, so that the key itself travels rarely.</summary>
internal static class TokenEndpoint
{
    /// <summary>Maps it.</summary>
    public static void MapTokenEndpoint(this IEndpointRouteBuilder app) => app.MapPost("/api/auth/token", IssueAsync);

    private static async Task<TokenAnswer> IssueAsync(
        HttpContext context,
        TokenRequest? request,
        ApiKeys keys,
        KeyUsage usage,
        AccessTokens tokens,
        IOptions<AccessOptions> options,
        CancellationToken cancellationToken)
    {
        if (!tokens.CanIssue)
        {
            throw new ApiException(AccessFaults.NoTokens);
        }

        // A token does not renew itself: it is taken for a key that nobody has.
        var credential = request?.ApiKey ?? Credentials.Of(context.Request) ?? throw new ApiException(AccessFaults.Of(CallerFault.Missing));
        var key = await keys.FindAsync(credential, cancellationToken) ?? throw new ApiException(AccessFaults.Of(CallerFault.Invalid));
        usage.Count(key.Id);
        var (token, expiresAt) = tokens.Issue(key.Id);
        return new TokenAnswer("success", token, "Bearer", (long)options.Value.TokenLifetime.TotalSeconds, expiresAt);
    }
}

/// <summary>Body of the request; the key may stand in a header instead.</summary>
internal sealed record TokenRequest([property: JsonPropertyName("api_key")] string? ApiKey);

/// <summary>Answer.</summary>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] long ExpiresIn,
    [property: JsonPropertyName("expires_at")] DateTimeOffset ExpiresAt);
