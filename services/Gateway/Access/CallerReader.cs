using Ocr.Gateway.Data;

namespace Ocr.Gateway.Access;

/// <summary>Finds out who makes a request.</summary>
internal sealed class CallerReader(ApiKeys keys, AccessTokens tokens, Sessions sessions, ILogger<CallerReader> logger)
{
    /// <summary>Checks what a request carries: a key or token in a header, else the session of the page.</summary>
    public async Task<Caller> ReadAsync(HttpRequest request)
    {
        var credential = Credentials.Of(request);
        return sessions.IsAdministrator(credential) ? Administrator
            : credential is null && SessionCookie.Of(request) is { } session ? await ReadSessionAsync(session, request.HttpContext.RequestAborted)
            : await ReadAsync(credential, request.HttpContext.RequestAborted);
    }

    /// <summary>Checks a key or token against the store.</summary>
    /// <param name="credential">The key or token; <see langword="null"/> when none was sent.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<Caller> ReadAsync(string? credential, CancellationToken cancellationToken)
    {
        if (credential is null)
        {
            return new Caller(null, CallerFault.Missing);
        }

        return await CheckAsync(
            async () => credential.StartsWith(ApiKeys.Prefix, StringComparison.Ordinal)
                ? OfKey(await keys.FindAsync(credential, cancellationToken))
                : await OfTokenAsync(credential, cancellationToken),
            cancellationToken);
    }

    /// <summary>Checks the session of a browser. It ends with its key, and the administrator's with ADMIN_API_KEY.</summary>
    public async Task<Caller> ReadSessionAsync(string session, CancellationToken cancellationToken)
    {
        var (user, fault) = await sessions.CheckAsync(session);
        return fault != CallerFault.None ? new Caller(null, fault)
            : sessions.IsAdministratorUser(user) ? Administrator
            : Guid.TryParse(user, out var keyId) ? await CheckAsync(async () => OfKey(await keys.FindAsync(keyId, cancellationToken)), cancellationToken)
            : new Caller(null, CallerFault.Invalid);
    }

    private static Caller Administrator => new(null, CallerFault.None) { IsAdmin = true };

    private async Task<Caller> CheckAsync(Func<Task<Caller>> check, CancellationToken cancellationToken)
    {
        try
        {
            return await check();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.KeysUnavailable(logger, fault);
            return new Caller(null, CallerFault.Unknown);
        }
    }

    private static Caller OfKey(ApiKeyRow? key) => new(key, key is null ? CallerFault.Invalid : CallerFault.None);

    private async Task<Caller> OfTokenAsync(string token, CancellationToken cancellationToken)
    {
        var (keyId, fault) = await tokens.CheckAsync(token);
        return fault == CallerFault.None ? OfKey(await keys.FindAsync(keyId, cancellationToken)) : new Caller(null, fault);
    }
}
