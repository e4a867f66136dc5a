using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Ingest;

/// <summary>Limits of uploads, and how persistently a receipt is sent to the workers.</summary>
public sealed class IngestOptions
{
    /// <summary>Largest file, bytes. Default 16 MiB.</summary>
    [Setting("MAX_CONTENT_LENGTH", "a number of bytes from 1024 to 1073741824"), Range(1024, 1 << 30)]
    public long MaxFileBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Most files in one upload. Default 50.</summary>
    [Setting("MAX_FILES_PER_UPLOAD", "a number from 1 to 1000"), Range(1, 1000)]
    public int MaxFiles { get; set; } = 50;

    /// <summary>Most pixels of an image, millions. Default 40.</summary>
    [Setting("MAX_MEGAPIXELS", "a number from 1 to 1000"), Range(1, 1000)]
    public int MaxMegapixels { get; set; } = 40;

    /// <summary>Folder for uploads in flight. Default the system's.</summary>
    [Setting("TEMP_FOLDER", "a folder that can be written"), Required]
    public string TempFolder { get; set; } = Path.GetTempPath();

    /// <summary>Slowest rate at which a body may arrive before its request is given up, bytes a second; 5 s are forgiven. Default 1 KiB/s.</summary>
    [Setting("UPLOAD_MIN_BYTES_PER_SECOND", "a number of bytes from 1 to 1048576"), Range(1, 1 << 20)]
    public int MinUploadRate { get; set; } = 1024;

    /// <summary>How long nothing may be heard of a receipt that was sent before it is sent again. Default 300 s.</summary>
    [Setting("LEASE_SECONDS", "a number of seconds from 1 to 86400"), Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many readings of a receipt may fail before it becomes an error result; being sent again does not count. Default 4.</summary>
    [Setting("MAX_ATTEMPTS", "a number from 1 to 20"), Range(1, 20)]
    public int MaxAttempts { get; set; } = 4;

    /// <summary>Maximum number of receipts that are sent to the workers at once. Further receipts wait as rows, whose order can change. Default 500.</summary>
    [Setting("MAX_IN_FLIGHT", "a number from 1 to 100000"), Range(1, 100_000)]
    public int MaxInFlight { get; set; } = 500;

    /// <summary>How often rows are looked through for what was not confirmed. Default 1 s.</summary>
    [Setting("SWEEP_SECONDS", "a number of seconds from 0.1 to 60"), Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(1);
}
