using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Ingest.Cleaning;

/// <summary>Retention of data that is cleaned every hour, and the timeout of requests to Results.</summary>
public sealed class RetentionOptions
{
    /// <summary>Age after which failed and orphaned files are removed, hours; 0 keeps them. Default 24.</summary>
    [Setting("RETENTION_HOURS", "a number of hours from 1 to 87600, or 0 to keep files"), Range(0, 87_600)]
    public int Hours { get; set; } = 24;

    /// <summary>Age after which receipts in no batch are removed, hours; 0 keeps them. Default 0: accepted receipts are not lost over a weekend.</summary>
    [Setting("RETENTION_PENDING_HOURS", "a number of hours from 1 to 87600, or 0 to keep receipts that are pending"), Range(0, 87_600)]
    public int PendingHours { get; set; }

    /// <summary>Age after which results are removed with their files, hours; 0 keeps them. Default 0.</summary>
    [Setting("RETENTION_RESULTS_HOURS", "a number of hours from 1 to 87600, or 0 to keep results"), Range(0, 87_600)]
    public int ResultsHours { get; set; }

    /// <summary>Timeout of a request to Results during a cleaning. Default 30 s.</summary>
    [Setting("CLEAN_RESULTS_SECONDS", "a number of seconds from 1 to 600"), Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ResultsTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
