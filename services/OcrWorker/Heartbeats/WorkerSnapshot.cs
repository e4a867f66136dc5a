namespace Ocr.OcrWorker.Heartbeats;

/// <summary>Statistics of one worker at one time.</summary>
/// <param name="Succeeded">Receipts read since the start.</param>
/// <param name="Failed">Receipts that could not be read since the start.</param>
/// <param name="CacheHits">Number of read receipts whose words came from the cache.</param>
/// <param name="ReceiptsPerSecond">Receipts per second over the last minute.</param>
internal sealed record WorkerSnapshot(long Succeeded, long Failed, long CacheHits, double ReceiptsPerSecond);
