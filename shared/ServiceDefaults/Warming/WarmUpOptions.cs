using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ServiceDefaults.Warming;

/// <summary>Whether a process warms up before it takes work.</summary>
public sealed class WarmUpOptions
{
    /// <summary>
    /// How long a process may work on samples before it takes work, 0–300 s; it stops earlier, as soon as they take no longer than is usual. Default 0:
    /// a start is not made longer where nothing else can take the work meanwhile. Pods wait, because others do.
    /// </summary>
    [Setting("WARM_UP_SECONDS", "a number of seconds from 0 to 300; 0 for no warm-up"), Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan Longest { get; set; } = TimeSpan.Zero;
}
