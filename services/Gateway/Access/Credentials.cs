namespace Ocr.Gateway.Access;

/// <summary>Finds the key or token of a request.</summary>
internal static class Credentials
{
    /// <summary>Header with a key.</summary>
    public const string KeyHeader = "X-API-Key";

    private const string Scheme = "Bearer ";

    /// <summary><c>X-API-Key</c>, else <c>Authorization</c> with or without <c>Bearer</c>; <see langword="null"/> when there is neither.</summary>
    public static string? Of(HttpRequest request)
    {
        var key = request.Headers[KeyHeader].ToString().Trim();
        if (key.Length > 0)
        {
            return key;
        }

        var authorization = request.Headers.Authorization.ToString().Trim();
        var credential = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : authorization;
        return credential.Length > 0 ? credential : null;
    }
}
