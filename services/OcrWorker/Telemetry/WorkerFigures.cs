namespace Ocr.OcrWorker.Telemetry;

/// <summary>Figures of one worker at one moment.</summary>
/// <param name="Succeeded">Receipts read since the start.</param>
/// <param name="Failed">Receipts that could not be read since the start.</param>
/// <param name="CacheHits">Of those read, how many came from the cache.</param>
/// <param name="ReceiptsPerSecond">Receipts answered in the last minute, a second.</param>
internal sealed record WorkerFigures(long Succeeded, long Failed, long CacheHits, double ReceiptsPerSecond);
