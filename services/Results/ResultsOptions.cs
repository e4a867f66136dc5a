using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Results;

/// <summary>How Results works in the background.</summary>
public sealed class ResultsOptions
{
    /// <summary>How often rows are looked through for what was not confirmed. Default 1 s.</summary>
    [Setting("SWEEP_SECONDS", "a number of seconds from 0.1 to 60"), Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(1);
}
