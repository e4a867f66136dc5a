using System.Text.Json.Serialization;

namespace Ocr.Client;

/// <summary>A batch to be opened. Without <see cref="UploadId"/> and <see cref="Files"/> it takes the oldest pending receipts.</summary>
public sealed record BatchRequest
{
    /// <summary>The upload whose receipts are the batch.</summary>
    [JsonPropertyName("upload_id")]
    public string? UploadId { get; init; }

    /// <summary>Stored names of the receipts of the batch, instead of an upload.</summary>
    [JsonPropertyName("files")]
    public IReadOnlyList<string>? Files { get; init; }

    /// <summary><c>ultra_rapido</c>, <c>balanced</c> or <c>high_confidence</c>.</summary>
    [JsonPropertyName("profile")]
    public string? Profile { get; init; }

    /// <summary>Whether the words have coordinates.</summary>
    [JsonPropertyName("include_coordinates")]
    public bool? IncludeCoordinates { get; init; }

    /// <summary>Maximum number of receipts, when they are not named.</summary>
    [JsonPropertyName("max_images")]
    public int? MaxImages { get; init; }

    // With the same named receipts the server returns the batch that it opened for them.
    [JsonIgnore]
    internal bool IsRepeatable => UploadId is not null || Files is not null;
}
