using System.Text.Json.Serialization;

namespace Ocr.Client;

/// <summary>Progress of a batch.</summary>
public sealed record BatchStatus(
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("files_total")] int FilesTotal,
    [property: JsonPropertyName("files_done")] int FilesDone,
    [property: JsonPropertyName("files_with_errors")] int FilesWithErrors)
{
    /// <summary>Whether all receipts have a result, successful or not.</summary>
    [JsonIgnore]
    public bool IsFinished => Status != "processing";
}

/// <summary>The id of a batch that was opened.</summary>
internal sealed record OpenedBatch([property: JsonPropertyName("request_id")] string RequestId);
