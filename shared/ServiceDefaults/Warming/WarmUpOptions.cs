using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ServiceDefaults.Warming;

/// <summary>Settings of the warm-up before a process accepts work.</summary>
public sealed class WarmUpOptions
{
    /// <summary>
    /// Maximum time of the warm-up on samples, 0–300 s; it ends earlier when their time is normal. Default 0:
    /// without other replicas, a longer start only delays work. Pods warm up, because other pods serve meanwhile.
    /// </summary>
    [Setting("WARM_UP_SECONDS", "a number of seconds from 0 to 300; 0 for no warm-up"), Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan Longest { get; set; } = TimeSpan.Zero;
}
