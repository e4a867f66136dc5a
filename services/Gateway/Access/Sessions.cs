using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Ocr.Gateway.Access;

/// <summary>Sessions of browsers: a signed token that names the key, so that every gateway can check it. A revoked key ends it.</summary>
internal sealed class Sessions(AccessTokens tokens, IOptions<AccessOptions> options)
{
    private const string Kind = "session";

    // A session of the administrator ends when ADMIN_API_KEY changes.
    private readonly string? _administrator = options.Value is { AdminKey: { } admin, SessionSecret: { } secret }
        ? "admin-" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(admin)))
        : null;

    /// <summary>Whether a text is the administrator's key.</summary>
    public bool IsAdministrator(string? credential) => options.Value.AdminKey is { } admin && Secrets.AreEqual(credential, admin);

    /// <summary>Whether a session is the administrator's.</summary>
    public bool IsAdministratorUser(string user) => _administrator is not null && Secrets.AreEqual(user, _administrator);

    /// <summary>Opens a session.</summary>
    /// <param name="client">The administrator, or the owner of a key.</param>
    public (string Session, DateTimeOffset ExpiresAt) Open(AuthenticatedClient client) =>
        tokens.Issue(client.IsAdmin ? _administrator! : client.Key!.Id.ToString(), Kind);

    /// <summary>Checks a session.</summary>
    /// <returns>The user that it was opened for, or the error.</returns>
    public Task<(string User, AuthenticationError Error)> CheckAsync(string session) => tokens.CheckAsync(session, Kind);
}
