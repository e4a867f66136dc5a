namespace Ocr.Results.Cleaning;

/// <summary>A batch that was removed by a cleaning. It prevents a late message from storing a part of the batch again.</summary>
public sealed class RemovedBatchRow
{
    /// <summary><c>BATCH_yyyyMMdd_HHmmss_xxx</c>.</summary>
    public required string RequestId { get; set; }

    /// <summary>When it was removed, UTC.</summary>
    public required DateTimeOffset RemovedAt { get; set; }
}
