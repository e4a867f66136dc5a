using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Gateway.Events;

/// <summary>Settings of the event stream.</summary>
public sealed class EventOptions
{
    /// <summary>Hours for which a stream can be resumed; default 24.</summary>
    [Setting("EVENTS_RETENTION_HOURS", "a number of hours from 1 to 720"), Range(1, 720)]
    public int RetentionHours { get; set; } = 24;

    /// <summary>Maximum number of streams per client and gateway; default 10.</summary>
    [Setting("EVENTS_MAX_STREAMS", "a number from 1 to 1000"), Range(1, 1_000)]
    public int MaxStreams { get; set; } = 10;

    /// <summary>Time from which events are kept, so that streams can be resumed.</summary>
    /// <param name="now">Current time.</param>
    internal DateTimeOffset ResumableFrom(DateTimeOffset now) => now.AddHours(-RetentionHours);
}
