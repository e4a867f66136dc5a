using System.Text.Json.Serialization;

namespace Ocr.Gateway.Status;

/// <summary>Number of receipts by state. The paths are names of states, not folders of an object store.</summary>
internal sealed record DirectoriesView
{
    /// <summary>Accepted, not yet in a batch.</summary>
    [JsonPropertyName("inbox")]
    public required DirectoryView Inbox { get; init; }

    /// <summary>In a running batch.</summary>
    [JsonPropertyName("processing")]
    public required DirectoryView Processing { get; init; }

    /// <summary>Final.</summary>
    [JsonPropertyName("processed")]
    public required DirectoryView Processed { get; init; }

    /// <summary>Stored results.</summary>
    [JsonPropertyName("results")]
    public required DirectoryView Results { get; init; }
}
