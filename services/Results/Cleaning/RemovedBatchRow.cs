namespace Ocr.Results.Cleaning;

/// <summary>A batch that was cleaned away, so that a message of it that comes late does not bring a part of it back.</summary>
public sealed class RemovedBatchRow
{
    /// <summary><c>BATCH_yyyyMMdd_HHmmss_xxx</c>.</summary>
    public required string RequestId { get; set; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset RemovedAt { get; set; }
}
