using System.Text.Json.Serialization;

namespace Ocr.Gateway.Status;

/// <summary>Receipts in one state.</summary>
/// <param name="Path">Name of the state.</param>
/// <param name="FilesCount">Number of files.</param>
/// <param name="TotalSizeMb">Total size, MB of 2^20 bytes.</param>
internal sealed record DirectoryView(
    [property: JsonPropertyName("path")] string Path,
    [property: JsonPropertyName("files_count")] long FilesCount,
    [property: JsonPropertyName("total_size_mb")] double TotalSizeMb);
