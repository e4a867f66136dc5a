namespace Ocr.Persistence;

/// <summary>Instants that are the same before and after they were stored.</summary>
public static class TimeProviderExtensions
{
    /// <summary>
    /// Now, UTC, in whole milliseconds: what answers show, and what every database keeps. PostgreSQL drops a tenth of a
    /// microsecond, and an event published before storing would differ from the one published after.
    /// </summary>
    /// <param name="time">The clock.</param>
    public static DateTimeOffset GetUtcMilliseconds(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetUtcNow();
        return new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }
}
