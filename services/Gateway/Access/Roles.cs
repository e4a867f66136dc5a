namespace Ocr.Gateway.Access;

/// <summary>Roles: named sets of permissions for people.</summary>
internal static class Roles
{
    private static readonly (string Name, IReadOnlyList<string> Permissions)[] Known =
    [
        ("reader", [Access.Permissions.DownloadResults]),
        ("reviewer", [Access.Permissions.ProcessOcr, Access.Permissions.DownloadResults, Access.Permissions.Review]),
        ("admin", Access.Permissions.All),
    ];

    /// <summary>Names of the roles.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(role => role.Name)];

    /// <summary>The permissions of a role; <see langword="null"/> for an unknown name.</summary>
    public static IReadOnlyList<string>? Permissions(string name) => Array.Find(Known, role => role.Name == name).Permissions;

    /// <summary>The role with exactly these permissions; <see langword="null"/> when there is none.</summary>
    public static string? Of(IReadOnlyCollection<string> permissions) =>
        Array.Find(Known, role => role.Permissions.Count == permissions.Count && role.Permissions.All(permissions.Contains)).Name;
}
