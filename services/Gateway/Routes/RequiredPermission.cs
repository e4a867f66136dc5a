using Ocr.Gateway.Access;

namespace Ocr.Gateway.Routes;

/// <summary>Permission that a route requires.</summary>
internal enum RequiredPermission
{
    /// <summary>No key, also where keys are required.</summary>
    None,

    /// <summary>Any key.</summary>
    Key,

    /// <summary>A key that may upload and process images.</summary>
    ProcessOcr,

    /// <summary>A key that may read results.</summary>
    DownloadResults,

    /// <summary>A key of a person who decides on receipts.</summary>
    Review,

    /// <summary>A key that may remove files.</summary>
    CleanSystem,

    /// <summary>A key that may manage receivers of events.</summary>
    Webhooks,

    /// <summary>The administrator's key.</summary>
    AdminKey,
}

/// <summary>Maps required permissions to names of permissions.</summary>
internal static class NeedExtensions
{
    /// <summary>Name of the permission; <see langword="null"/> when any key is sufficient.</summary>
    public static string? Name(this RequiredPermission required) => required switch
    {
        RequiredPermission.ProcessOcr => Permissions.ProcessOcr,
        RequiredPermission.DownloadResults => Permissions.DownloadResults,
        RequiredPermission.Review => Permissions.Review,
        RequiredPermission.CleanSystem => Permissions.CleanSystem,
        RequiredPermission.Webhooks => Permissions.Webhooks,
        _ => null,
    };
}
