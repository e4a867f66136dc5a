using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ServiceDefaults;

/// <summary>How a process ends.</summary>
public sealed class ShutdownOptions
{
    /// <summary>
    /// How long requests and messages in hand may take after the process was told to stop, 1–3600 s. Default 30, which is more than the bus
    /// needs. Whoever stops the process has to wait longer than this.
    /// </summary>
    [Setting("SHUTDOWN_SECONDS", "a number of seconds from 1 to 3600"), Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
