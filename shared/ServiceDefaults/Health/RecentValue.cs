namespace Ocr.ServiceDefaults.Health;

/// <summary>A measurement shared by concurrent and frequent requests, so that its cost does not depend on the number of requests.</summary>
/// <typeparam name="T">Type of the measurement.</typeparam>
/// <param name="measure">Measures; it is not cancelled with a request.</param>
/// <param name="maxAge">Age at which it is measured again, counted from its start.</param>
/// <param name="time">The clock.</param>
public sealed class RecentValue<T>(Func<Task<T>> measure, TimeSpan maxAge, TimeProvider time)
{
    private readonly Lock _lock = new();
    private Task<T>? _latest;
    private long _startedAt;

    /// <summary>The running measurement, or the latest one unless it is too old.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_latest is null || (_latest.IsCompleted && time.GetElapsedTime(_startedAt) >= maxAge))
            {
                _startedAt = time.GetTimestamp();

                // On a pool thread: a measurement may block before its first await, and the lock is held here.
                _latest = Task.Run(measure, CancellationToken.None);
            }

            return _latest.WaitAsync(cancellationToken);
        }
    }
}
