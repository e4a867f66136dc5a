namespace Ocr.ServiceDefaults.Health;

/// <summary>A measurement that concurrent and frequent requests share, so that the number of requests does not change what it costs.</summary>
/// <typeparam name="T">What is measured.</typeparam>
/// <param name="measure">Takes the measurement; it is not cancelled when one of its requests is.</param>
/// <param name="maxAge">Age from which it is taken again, counted from its start.</param>
/// <param name="time">The clock.</param>
public sealed class RecentValue<T>(Func<Task<T>> measure, TimeSpan maxAge, TimeProvider time)
{
    private readonly Lock _lock = new();
    private Task<T>? _latest;
    private long _startedAt;

    /// <summary>The measurement that is running, or the latest one unless it is too old.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_latest is null || (_latest.IsCompleted && time.GetElapsedTime(_startedAt) >= maxAge))
            {
                _startedAt = time.GetTimestamp();

                // On a thread of its own: a measurement may work before its first await, and the lock is held here.
                _latest = Task.Run(measure, CancellationToken.None);
            }

            return _latest.WaitAsync(cancellationToken);
        }
    }
}
