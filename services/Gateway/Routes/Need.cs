using Ocr.Gateway.Access;

namespace Ocr.Gateway.Routes;

/// <summary>What the caller of a path needs.</summary>
internal enum Need
{
    /// <summary>Nothing, also where keys are required.</summary>
    Nothing,

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
    public static string? Permission(this Need need) => need switch
    {
        Need.ProcessOcr => Permissions.ProcessOcr,
        Need.DownloadResults => Permissions.DownloadResults,
        Need.Review => Permissions.Review,
        Need.CleanSystem => Permissions.CleanSystem,
        Need.Webhooks => Permissions.Webhooks,
        _ => null,
    };
}
