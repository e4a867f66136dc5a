using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Results;

/// <summary>Settings of background work.</summary>
public sealed class ResultsOptions
{
    /// <summary>Period of the sweep for unconfirmed rows. Default 1 s.</summary>
    [Setting("SWEEP_SECONDS", "a number of seconds from 0.1 to 60"), Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(1);
}
