using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ocr.Gateway.Access;

/// <summary>
/// Issues and checks tokens (JWT, §3.2 of the specification). As RFC 8725 requires, the algorithm is fixed and never taken from the token,
/// and issuer, audience, kind and times are checked.
/// </summary>
internal sealed class AccessTokens(IOptions<AccessOptions> options, TimeProvider time)
{
    private const string Kind = "access_token";
    private const string UserClaim = "user_id";
    private const string KindClaim = "type";

    // Clocks of servers differ by less. The default of the library is five minutes.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };
    private readonly SymmetricSecurityKey? _key =
        options.Value.SessionSecret is { } secret ? new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)) : null;

    /// <summary>Whether a secret is set.</summary>
    public bool CanIssue => _key is not null;

    /// <summary>Issues a token for a key.</summary>
    /// <returns>The token and when it expires.</returns>
    public (string Token, DateTimeOffset ExpiresAt) Issue(Guid keyId) => Issue(keyId.ToString(), Kind);

    /// <summary>Issues a token of a kind.</summary>
    /// <param name="user">User that the token is issued for.</param>
    /// <param name="kind">Kind; a token of one kind is not accepted as another.</param>
    /// <returns>The token and when it expires.</returns>
    public (string Token, DateTimeOffset ExpiresAt) Issue(string user, string kind)
    {
        var now = time.GetUtcNow();
        var expiresAt = now + options.Value.TokenLifetime;
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.Value.TokenIssuer,
            Audience = options.Value.TokenAudience,
            IssuedAt = now.UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { [UserClaim] = user, [KindClaim] = kind },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
        return (token, expiresAt);
    }

    /// <summary>Checks a token.</summary>
    /// <returns>The key that it was issued for, or the error.</returns>
    public async Task<(Guid KeyId, AuthenticationError Error)> CheckAsync(string token)
    {
        var (user, error) = await CheckAsync(token, Kind);
        return error != AuthenticationError.None ? (default, error)
            : Guid.TryParse(user, out var keyId) ? (keyId, AuthenticationError.None)
            : (default, AuthenticationError.Invalid);
    }

    /// <summary>Checks a token of a kind.</summary>
    /// <returns>The user that it was issued for, or the error.</returns>
    public async Task<(string User, AuthenticationError Error)> CheckAsync(string token, string kind)
    {
        if (_key is null)
        {
            return ("", AuthenticationError.Invalid);
        }

        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = _key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidTypes = ["JWT"],
            ValidIssuer = options.Value.TokenIssuer,
            ValidAudience = options.Value.TokenAudience,
            LifetimeValidator = IsAlive,
        });
        return result switch
        {
            { IsValid: false, Exception: SecurityTokenInvalidLifetimeException } => ("", AuthenticationError.Expired),
            { IsValid: true, ClaimsIdentity: var claims } when claims.FindFirst(KindClaim)?.Value == kind && claims.FindFirst(UserClaim) is { } user =>
                (user.Value, AuthenticationError.None),
            _ => ("", AuthenticationError.Invalid),
        };
    }

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires + Skew > now && (notBefore is null || notBefore - Skew <= now);
    }
}
