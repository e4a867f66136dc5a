namespace Ocr.Gateway.Access;

/// <summary>Permissions of keys.</summary>
internal static class Permissions
{
    /// <summary>Upload images, open batches, read their status.</summary>
    public const string ProcessOcr = "process_ocr";

    /// <summary>Read results and images.</summary>
    public const string DownloadResults = "download_results";

    /// <summary>Remove files.</summary>
    public const string CleanSystem = "clean_system";

    /// <summary>Decide on receipts, correct them, have them read again, set the cut-off of a draw.</summary>
    public const string Review = "review";

    /// <summary>Manage receivers of events.</summary>
    public const string Webhooks = "webhooks";

    /// <summary>All permissions.</summary>
    public static IReadOnlyList<string> All { get; } = [ProcessOcr, DownloadResults, Review, CleanSystem, Webhooks];
}
