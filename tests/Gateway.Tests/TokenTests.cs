using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Ocr.Gateway.Access;

namespace Ocr.Gateway.Tests;

/// <summary>Every token here is valid except for the property that its test changes.</summary>
public sealed class TokenTests
{
    private const string Secret = "a secret of at least 32 characters, for tests";

    private static readonly DateTimeOffset Now = new(2025, 7, 11, 14, 30, 52, TimeSpan.Zero);
    private static readonly Guid KeyId = new("01234567-89ab-cdef-0123-456789abcdef");

    private readonly FakeTimeProvider _time = new(Now);
    private readonly AccessTokens _tokens;

    public TokenTests() => _tokens = new AccessTokens(Options.Create(new AccessOptions { SessionSecret = Secret }), _time);

    [Fact]
    public async Task An_issued_token_is_accepted_and_has_the_documented_claims()
    {
        var (token, expiresAt) = _tokens.Issue(KeyId);

        Assert.Equal((KeyId, AuthenticationError.None), await _tokens.CheckAsync(token));
        Assert.Equal(Now.AddHours(24), expiresAt);
        var read = new JsonWebToken(token);
        Assert.Equal(("HS256", "access_token", KeyId.ToString()), (read.Alg, read.GetClaim("type").Value, read.GetClaim("user_id").Value));
        Assert.Equal((Now.UtcDateTime, Now.AddHours(24).UtcDateTime), (read.IssuedAt, read.ValidTo));
    }

    [Fact]
    public async Task A_valid_token_of_another_library_with_the_same_secret_is_accepted() =>
        Assert.Equal((KeyId, AuthenticationError.None), await _tokens.CheckAsync(Token()));

    [Fact]
    public async Task A_token_expires_and_clocks_may_differ_by_seconds_only()
    {
        var (token, _) = _tokens.Issue(KeyId);
        _time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(20));
        Assert.Equal(AuthenticationError.None, (await _tokens.CheckAsync(token)).Error);

        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(AuthenticationError.Expired, (await _tokens.CheckAsync(token)).Error);
    }

    [Fact]
    public async Task Another_secret_is_refused() =>
        await AssertInvalid(Token(secret: "another secret of at least 32 characters!"));

    [Theory]
    [InlineData(SecurityAlgorithms.HmacSha384)]
    [InlineData(SecurityAlgorithms.HmacSha512)]
    public async Task Another_algorithm_is_refused(string algorithm) =>
        await AssertInvalid(Token(secret: Secret + Secret, algorithm: algorithm), new AccessTokens(
            Options.Create(new AccessOptions { SessionSecret = Secret + Secret }), _time));

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    public async Task No_signature_is_refused(string algorithm)
    {
        var parts = Token().Split('.');
        var header = Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"JWT"}""");
        await AssertInvalid($"{header}.{parts[1]}.");
        await AssertInvalid($"{header}.{parts[1]}.{parts[2]}");
        await AssertInvalid($"{parts[0]}.{parts[1]}.");
    }

    [Fact]
    public async Task Changed_claims_are_refused()
    {
        var parts = Token().Split('.');
        var other = Token(user: Guid.NewGuid().ToString()).Split('.');
        await AssertInvalid($"{parts[0]}.{other[1]}.{parts[2]}");
    }

    [Fact]
    public async Task A_foreign_issuer_is_refused() => await AssertInvalid(Token(issuer: "elsewhere"));

    [Fact]
    public async Task A_foreign_audience_is_refused() => await AssertInvalid(Token(audience: "elsewhere"));

    [Fact]
    public async Task No_issuer_is_refused() => await AssertInvalid(Token(issuer: null));

    [Fact]
    public async Task Another_kind_of_token_is_refused() => await AssertInvalid(Token(kind: "refresh_token"));

    [Fact]
    public async Task A_token_that_names_no_key_is_refused() => await AssertInvalid(Token(user: "admin"));

    [Fact]
    public async Task A_token_without_an_end_is_refused() =>
        Assert.NotEqual(AuthenticationError.None, (await _tokens.CheckAsync(Token(ends: false))).Error);

    [Fact]
    public async Task An_old_token_is_expired() =>
        Assert.Equal(AuthenticationError.Expired, (await _tokens.CheckAsync(Token(lifetime: TimeSpan.FromHours(-1)))).Error);

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.")]
    public async Task Text_that_is_not_a_token_is_refused(string text) => await AssertInvalid(text);

    [Fact]
    public async Task Without_a_secret_every_token_is_refused() =>
        await AssertInvalid(Token(), new AccessTokens(Options.Create(new AccessOptions()), _time));

    private static string Token(
        string secret = Secret,
        string algorithm = SecurityAlgorithms.HmacSha256,
        string? issuer = "ocr-gateway",
        string audience = "ocr-api",
        string kind = "access_token",
        string? user = null,
        TimeSpan? lifetime = null,
        bool ends = true)
    {
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = Now.UtcDateTime.AddHours(-2),
            Expires = ends ? Now.UtcDateTime + (lifetime ?? TimeSpan.FromHours(1)) : null,
            Claims = new Dictionary<string, object> { ["user_id"] = user ?? KeyId.ToString(), ["type"] = kind },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)), algorithm),
        });
    }

    private async Task AssertInvalid(string token, AccessTokens? tokens = null) =>
        Assert.Equal(AuthenticationError.Invalid, (await (tokens ?? _tokens).CheckAsync(token)).Error);
}
