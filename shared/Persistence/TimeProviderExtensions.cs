namespace Ocr.Persistence;

/// <summary>Instants that do not change when they are stored and read.</summary>
public static class TimeProviderExtensions
{
    /// <summary>
    /// Now, UTC, in whole milliseconds: the precision of responses, which every database stores. PostgreSQL drops a tenth of a
    /// microsecond, and an event published before storing would differ from the one published after.
    /// </summary>
    /// <param name="time">The clock.</param>
    public static DateTimeOffset GetUtcMilliseconds(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return time.GetUtcNow().ToMilliseconds();
    }

    /// <summary>The instant, truncated to milliseconds.</summary>
    /// <param name="instant">UTC.</param>
    public static DateTimeOffset ToMilliseconds(this DateTimeOffset instant) =>
        new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
