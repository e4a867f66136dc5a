using Ocr.Gateway.Limits;

namespace Ocr.Gateway.Routes;

/// <summary>Access, limits and body size of a path.</summary>
/// <param name="Path">The path; the rule applies to all paths below it.</param>
/// <param name="Permission">Permission that a client needs where keys are required.</param>
internal sealed record RouteRule(string Path, RequiredPermission Permission)
{
    /// <summary>Permission for methods other than GET, HEAD and OPTIONS; <see langword="null"/> for the same.</summary>
    public RequiredPermission? PermissionToChange { get; init; }

    /// <summary>Whether the permission is needed also where keys are not required.</summary>
    public bool AlwaysGuarded { get; init; }

    /// <summary>Whether no limit applies: health checks and documentation.</summary>
    public bool Unlimited { get; init; }

    /// <summary>Kind of request, which selects the limits.</summary>
    public RequestKind Kind { get; init; }

    /// <summary>Whether the body contains images; other bodies are small.</summary>
    public bool CarriesImages { get; init; }

    /// <summary>Whether the body contains one image, which can be base64.</summary>
    public bool CarriesOneImage { get; init; }
}
