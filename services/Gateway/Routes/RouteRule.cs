using Ocr.Gateway.Limits;

namespace Ocr.Gateway.Routes;

/// <summary>What the gateway asks of a request to some paths.</summary>
/// <param name="Path">The path, and everything under it.</param>
/// <param name="Permission">What its client needs where keys are required.</param>
internal sealed record RouteRule(string Path, RequiredPermission Permission)
{
    /// <summary>What the client of a request that changes something needs; <see langword="null"/> for the same.</summary>
    public RequiredPermission? PermissionToChange { get; init; }

    /// <summary>Whether the client needs it also where keys are not required.</summary>
    public bool AlwaysGuarded { get; init; }

    /// <summary>Not counted against any limit: monitors and people who read the documentation.</summary>
    public bool Unlimited { get; init; }

    /// <summary>Which limits count it.</summary>
    public RequestKind Kind { get; init; }

    /// <summary>Whether its body carries images; any other body is small.</summary>
    public bool CarriesImages { get; init; }

    /// <summary>Whether its body carries one image, perhaps as base64.</summary>
    public bool CarriesOneImage { get; init; }
}
