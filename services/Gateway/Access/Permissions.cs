namespace Ocr.Gateway.Access;

/// <summary>What a key may do.</summary>
internal static class Permissions
{
    /// <summary>Bring images, open batches, follow them.</summary>
    public const string ProcessOcr = "process_ocr";

    /// <summary>Read results and images.</summary>
    public const string DownloadResults = "download_results";

    /// <summary>Remove files.</summary>
    public const string CleanSystem = "clean_system";

    /// <summary>Decide on receipts, correct them, have them read again, set the cut-off of a draw.</summary>
    public const string Review = "review";

    /// <summary>Manage receivers of events.</summary>
    public const string Webhooks = "webhooks";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [ProcessOcr, DownloadResults, Review, CleanSystem, Webhooks];
}
