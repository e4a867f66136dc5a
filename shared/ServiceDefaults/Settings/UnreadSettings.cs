using Microsoft.Extensions.Configuration;

namespace Ocr.ServiceDefaults.Settings;

/// <summary>Variables of the specification (§3.1) without effect; <c>docs/operations.md</c> describes their replacements.</summary>
internal static class UnreadSettings
{
    private static readonly string[] Names =
        ["FLASK_DEBUG", "FLASK_ENV", "LOG_BACKUP_COUNT", "LOG_FILE", "LOG_MAX_SIZE", "RESULTS_FOLDER", "UPLOAD_FOLDER"];

    /// <summary>The variables that are set without effect.</summary>
    public static IReadOnlyList<string> In(IConfiguration configuration) =>
        [.. Names.Where(name => !string.IsNullOrWhiteSpace(configuration[name]))];
}
