namespace Ocr.OcrWorker.Telemetry;

/// <summary>What this worker did since it started, for its heartbeats.</summary>
internal sealed class WorkerStatistics(TimeProvider time)
{
    private static readonly TimeSpan RateWindow = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _recent = new();
    private long _succeeded;
    private long _failed;
    private long _cacheHits;

    /// <summary>When the worker started, UTC.</summary>
    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    /// <summary>A receipt of a batch was answered.</summary>
    public void Answered(bool succeeded, bool cacheHit)
    {
        lock (_lock)
        {
            _succeeded += succeeded ? 1 : 0;
            _failed += succeeded ? 0 : 1;
            _cacheHits += cacheHit ? 1 : 0;
            _recent.Enqueue(time.GetUtcNow());
        }
    }

    /// <summary>The figures now.</summary>
    public WorkerFigures Snapshot()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            while (_recent.TryPeek(out var oldest) && now - oldest > RateWindow)
            {
                _recent.Dequeue();
            }

            return new WorkerFigures(_succeeded, _failed, _cacheHits, _recent.Count / RateWindow.TotalSeconds);
        }
    }
}
