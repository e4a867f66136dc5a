using System.Text.Json.Serialization;

namespace Ocr.Gateway.Status;

/// <summary>All workers together.</summary>
internal sealed record WorkerView
{
    /// <summary><c>running</c>, or <c>stopped</c> when none was heard lately.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>The batch that was opened last; blank before the first.</summary>
    [JsonPropertyName("last_batch_id")]
    public required string LastBatchId { get; init; }

    /// <summary>Receipts with a result, errors left out.</summary>
    [JsonPropertyName("total_processed")]
    public required long TotalProcessed { get; init; }

    /// <summary>Over the last minute, <c>1.2 files/second</c>.</summary>
    [JsonPropertyName("processing_rate")]
    public required string ProcessingRate { get; init; }
}
