using System.Text.Json.Serialization;

namespace Ocr.Ingest.Cleaning;

/// <summary>Response of <c>POST /api/clean</c> (§1.4).</summary>
public sealed record CleanResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("timestamp")] DateTimeOffset Timestamp,
    [property: JsonPropertyName("cleanup_summary")] CleanupSummary Summary,
    [property: JsonPropertyName("retention_policy")] RetentionPolicy Policy);

/// <summary>Removed and remaining files. Files are images, counted once per receipt.</summary>
public sealed record CleanupSummary(
    [property: JsonPropertyName("files_removed")] int FilesRemoved,
    [property: JsonPropertyName("files_preserved")] int FilesPreserved,
    [property: JsonPropertyName("directories_cleaned")] IReadOnlyList<string> DirectoriesCleaned,
    [property: JsonPropertyName("results_preserved")] int ResultsPreserved,
    [property: JsonPropertyName("total_space_freed_mb")] double TotalSpaceFreedMb,
    [property: JsonPropertyName("results_removed")] int ResultsRemoved);

/// <summary>The rule that was applied: <c>applied</c> is true when age was a condition. Lists the names of the newest results, at most 1000.</summary>
public sealed record RetentionPolicy(
    [property: JsonPropertyName("applied")] bool Applied,
    [property: JsonPropertyName("retention_hours")] int RetentionHours,
    [property: JsonPropertyName("preserved_files")] IReadOnlyList<string> PreservedFiles);
