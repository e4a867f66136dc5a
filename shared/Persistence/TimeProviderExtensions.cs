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
        return time.GetUtcNow().ToMilliseconds();
    }

    /// <summary>The instant without the part of a millisecond.</summary>
    /// <param name="instant">UTC.</param>
    public static DateTimeOffset ToMilliseconds(this DateTimeOffset instant) =>
        new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
