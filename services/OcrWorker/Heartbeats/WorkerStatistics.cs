namespace Ocr.OcrWorker.Heartbeats;

/// <summary>Statistics of this worker since its start, for its heartbeats.</summary>
internal sealed class WorkerStatistics(TimeProvider time)
{
    private static readonly TimeSpan RateWindow = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _recent = new();
    private readonly List<Guid> _inProgress = [];
    private long _succeeded;
    private long _failed;
    private long _cacheHits;

    /// <summary>Start time of the worker, UTC.</summary>
    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    /// <summary>Counts a processed receipt of a batch.</summary>
    public void Completed(bool succeeded, bool cacheHit)
    {
        lock (_lock)
        {
            _succeeded += succeeded ? 1 : 0;
            _failed += succeeded ? 0 : 1;
            _cacheHits += cacheHit ? 1 : 0;
            _recent.Enqueue(time.GetUtcNow());
        }
    }

    /// <summary>Marks a receipt of a batch as in progress until the returned object is disposed.</summary>
    public IDisposable Take(Guid receiptId)
    {
        lock (_lock)
        {
            _inProgress.Add(receiptId);
        }

        return new Held(this, receiptId);
    }

    /// <summary>Returns the receipts in progress.</summary>
    public IReadOnlyList<Guid> InProgress()
    {
        lock (_lock)
        {
            return [.. _inProgress];
        }
    }

    /// <summary>Returns the current statistics.</summary>
    public WorkerSnapshot Snapshot()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            while (_recent.TryPeek(out var oldest) && now - oldest > RateWindow)
            {
                _recent.Dequeue();
            }

            return new WorkerSnapshot(_succeeded, _failed, _cacheHits, _recent.Count / RateWindow.TotalSeconds);
        }
    }

    private sealed class Held(WorkerStatistics statistics, Guid receiptId) : IDisposable
    {
        public void Dispose()
        {
            lock (statistics._lock)
            {
                statistics._inProgress.Remove(receiptId);
            }
        }
    }
}
