using System.Text.Json.Serialization;

namespace Ocr.Gateway.Status;

/// <summary>Totals of all workers.</summary>
internal sealed record WorkerView
{
    /// <summary><c>running</c>, or <c>stopped</c> without a recent heartbeat.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>The latest batch; blank before the first.</summary>
    [JsonPropertyName("last_batch_id")]
    public required string LastBatchId { get; init; }

    /// <summary>Number of receipts with a result, without errors.</summary>
    [JsonPropertyName("total_processed")]
    public required long TotalProcessed { get; init; }

    /// <summary>Rate over the last minute, <c>1.2 files/second</c>.</summary>
    [JsonPropertyName("processing_rate")]
    public required string ProcessingRate { get; init; }
}
