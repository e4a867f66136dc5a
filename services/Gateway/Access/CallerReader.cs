using Ocr.Gateway.Data;

namespace Ocr.Gateway.Access;

/// <summary>Finds out who makes a request.</summary>
internal sealed class CallerReader(ApiKeys keys, AccessTokens tokens, ILogger<CallerReader> logger)
{
    /// <summary>Checks a key or token against the store.</summary>
    /// <param name="credential">The key or token; <see langword="null"/> when none was sent.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<Caller> ReadAsync(string? credential, CancellationToken cancellationToken)
    {
        if (credential is null)
        {
            return new Caller(null, CallerFault.Missing);
        }

        try
        {
            return credential.StartsWith(ApiKeys.Prefix, StringComparison.Ordinal)
                ? OfKey(await keys.FindAsync(credential, cancellationToken))
                : await OfTokenAsync(credential, cancellationToken);
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
