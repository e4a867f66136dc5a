using System.Text.Json;
using Ocr.Ingest.Json;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Cleaning;

/// <summary>Options of a cleaning (§1.4).</summary>
/// <param name="Force">Whether age does not matter. Default no.</param>
/// <param name="PreserveResults">Whether results of any age are kept. Default yes.</param>
/// <param name="RetentionHours">Age that is kept, hours, 0–87600. Default 24.</param>
public sealed record CleanOptions(bool Force, bool PreserveResults, int RetentionHours)
{
    private const int TenYears = 87_600;

    /// <summary>Reads the options from JSON.</summary>
    /// <param name="root">An object.</param>
    /// <exception cref="ApiException">400 that names every invalid field.</exception>
    public static CleanOptions Read(JsonElement root)
    {
        var fields = new JsonFields(root);
        return fields.Checked(new CleanOptions(
            fields.Flag("force_clean", missing: false),
            fields.Flag("preserve_results", missing: true),
            fields.Number("retention_hours", 0, TenYears, missing: 24)));
    }
}
