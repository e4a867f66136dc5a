using Ocr.Gateway.Data;

namespace Ocr.Gateway.Access;

/// <summary>Who makes a request.</summary>
/// <param name="Key">The key, sent itself or by a token issued for it; <see langword="null"/> when there is none that counts.</param>
/// <param name="Error">Why there is none.</param>
internal sealed record AuthenticatedClient(ApiKeyRow? Key, AuthenticationError Error)
{
    /// <summary>Whether the administrator's key was sent.</summary>
    public bool IsAdmin { get; init; }
}

/// <summary>Why authentication failed.</summary>
internal enum AuthenticationError
{
    /// <summary>He is somebody.</summary>
    None,

    /// <summary>Nothing was sent.</summary>
    Missing,

    /// <summary>A token whose time is up.</summary>
    Expired,

    /// <summary>A key that is unknown or revoked, a token that is forged or foreign.</summary>
    Invalid,

    /// <summary>The store of keys does not answer.</summary>
    Unknown,
}
