using Ocr.Gateway.Data;

namespace Ocr.Gateway.Access;

/// <summary>Authenticates requests.</summary>
internal sealed class ClientAuthenticator(ApiKeys keys, AccessTokens tokens, Sessions sessions, ILogger<ClientAuthenticator> logger)
{
    /// <summary>Checks the key or token in a header of the request; without one, the session cookie.</summary>
    public async Task<AuthenticatedClient> AuthenticateAsync(HttpRequest request)
    {
        var credential = Credentials.Of(request);
        return sessions.IsAdministrator(credential) ? Administrator
            : credential is null && SessionCookie.Of(request) is { } session ? await AuthenticateSessionAsync(session, request.HttpContext.RequestAborted)
            : await AuthenticateAsync(credential, request.HttpContext.RequestAborted);
    }

    /// <summary>Checks a key or token against the store.</summary>
    /// <param name="credential">The key or token; <see langword="null"/> when none was sent.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    public async Task<AuthenticatedClient> AuthenticateAsync(string? credential, CancellationToken cancellationToken)
    {
        if (credential is null)
        {
            return new AuthenticatedClient(null, AuthenticationError.Missing);
        }

        return await CheckAsync(
            async () => credential.StartsWith(ApiKeys.Prefix, StringComparison.Ordinal)
                ? OfKey(await keys.FindAsync(credential, cancellationToken))
                : await OfTokenAsync(credential, cancellationToken),
            cancellationToken);
    }

    /// <summary>Checks the session of a browser. It ends when its key is revoked; the administrator's ends when ADMIN_API_KEY changes.</summary>
    public async Task<AuthenticatedClient> AuthenticateSessionAsync(string session, CancellationToken cancellationToken)
    {
        var (user, error) = await sessions.CheckAsync(session);
        return error != AuthenticationError.None ? new AuthenticatedClient(null, error)
            : sessions.IsAdministratorUser(user) ? Administrator
            : Guid.TryParse(user, out var keyId) ? await CheckAsync(async () => OfKey(await keys.FindAsync(keyId, cancellationToken)), cancellationToken)
            : new AuthenticatedClient(null, AuthenticationError.Invalid);
    }

    private static AuthenticatedClient Administrator => new(null, AuthenticationError.None) { IsAdmin = true };

    private async Task<AuthenticatedClient> CheckAsync(Func<Task<AuthenticatedClient>> check, CancellationToken cancellationToken)
    {
        try
        {
            return await check();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.KeysUnavailable(logger, exception);
            return new AuthenticatedClient(null, AuthenticationError.Unknown);
        }
    }

    private static AuthenticatedClient OfKey(ApiKeyRow? key) => new(key, key is null ? AuthenticationError.Invalid : AuthenticationError.None);

    private async Task<AuthenticatedClient> OfTokenAsync(string token, CancellationToken cancellationToken)
    {
        var (keyId, error) = await tokens.CheckAsync(token);
        return error == AuthenticationError.None ? OfKey(await keys.FindAsync(keyId, cancellationToken)) : new AuthenticatedClient(null, error);
    }
}
