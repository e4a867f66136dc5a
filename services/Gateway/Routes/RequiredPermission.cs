using Ocr.Gateway.Access;

namespace Ocr.Gateway.Routes;

/// <summary>What the client of a path needs.</summary>
internal enum RequiredPermission
{
    /// <summary>Nothing, also where keys are required.</summary>
    None,

    /// <summary>Any key.</summary>
    Key,

    /// <summary>A key that may bring and process images.</summary>
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

/// <summary>Which permission a need is.</summary>
internal static class NeedExtensions
{
    /// <summary>The permission; <see langword="null"/> when any key will do.</summary>
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
