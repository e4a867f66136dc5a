using Ocr.Gateway.Data;

namespace Ocr.Gateway.Access;

/// <summary>Result of the authentication of a request.</summary>
/// <param name="Key">The key that was sent, or that the token was issued for; <see langword="null"/> without a valid one.</param>
/// <param name="Error">Why authentication failed.</param>
internal sealed record AuthenticatedClient(ApiKeyRow? Key, AuthenticationError Error)
{
    /// <summary>Whether the administrator's key was sent.</summary>
    public bool IsAdmin { get; init; }
}

/// <summary>Why authentication failed.</summary>
internal enum AuthenticationError
{
    /// <summary>Authenticated.</summary>
    None,

    /// <summary>The request has no key or token.</summary>
    Missing,

    /// <summary>The token expired.</summary>
    Expired,

    /// <summary>The key is unknown or revoked, or the token is not valid.</summary>
    Invalid,

    /// <summary>The store of keys does not respond.</summary>
    Unknown,
}
