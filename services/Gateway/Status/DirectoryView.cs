using System.Text.Json.Serialization;

namespace Ocr.Gateway.Status;

/// <summary>What is in one state.</summary>
/// <param name="Path">Name of the state.</param>
/// <param name="FilesCount">Files.</param>
/// <param name="TotalSizeMb">Their size, MB of 2^20 bytes.</param>
internal sealed record DirectoryView(
    [property: JsonPropertyName("path")] string Path,
    [property: JsonPropertyName("files_count")] long FilesCount,
    [property: JsonPropertyName("total_size_mb")] double TotalSizeMb);
