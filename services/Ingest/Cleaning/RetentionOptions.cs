using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Ingest.Cleaning;

/// <summary>What is cleaned away every hour without being asked, and how long a cleaning waits for Results.</summary>
public sealed class RetentionOptions
{
    /// <summary>Age after which failed and orphaned files go, hours; 0 keeps them. Default 24.</summary>
    [Setting("RETENTION_HOURS", "a number of hours from 1 to 87600, or 0 to keep files"), Range(0, 87_600)]
    public int Hours { get; set; } = 24;

    /// <summary>Age after which receipts go that nobody put into a batch, hours; 0 keeps them. Default 0: what was accepted is not lost over a weekend.</summary>
    [Setting("RETENTION_PENDING_HOURS", "a number of hours from 1 to 87600, or 0 to keep receipts that are pending"), Range(0, 87_600)]
    public int PendingHours { get; set; }

    /// <summary>Age after which results go with their files, hours; 0 keeps them. Default 0.</summary>
    [Setting("RETENTION_RESULTS_HOURS", "a number of hours from 1 to 87600, or 0 to keep results"), Range(0, 87_600)]
    public int ResultsHours { get; set; }

    /// <summary>How long Results may take to answer a cleaning. Default 30 s.</summary>
    [Setting("CLEAN_RESULTS_SECONDS", "a number of seconds from 1 to 600"), Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ResultsTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
