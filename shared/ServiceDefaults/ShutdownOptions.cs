using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ServiceDefaults;

/// <summary>Timeouts of the shutdown.</summary>
public sealed class ShutdownOptions
{
    /// <summary>
    /// Maximum time of requests and messages in progress after the stop signal, 1–3600 s. Default 30, which is more than the bus
    /// needs. The supervisor of the process must wait longer than this.
    /// </summary>
    [Setting("SHUTDOWN_SECONDS", "a number of seconds from 1 to 3600"), Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
