using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Ingest;

/// <summary>Limits of uploads, and limits of sending a receipt to the workers.</summary>
public sealed class IngestOptions
{
    /// <summary>Maximum size of a file, bytes. Default 16 MiB.</summary>
    [Setting("MAX_CONTENT_LENGTH", "a number of bytes from 1024 to 1073741824"), Range(1024, 1 << 30)]
    public long MaxFileBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Maximum number of files in one upload. Default 50.</summary>
    [Setting("MAX_FILES_PER_UPLOAD", "a number from 1 to 1000"), Range(1, 1000)]
    public int MaxFiles { get; set; } = 50;

    /// <summary>Maximum number of pixels of an image, millions. Default 40.</summary>
    [Setting("MAX_MEGAPIXELS", "a number from 1 to 1000"), Range(1, 1000)]
    public int MaxMegapixels { get; set; } = 40;

    /// <summary>Folder for uploads in progress. Default: the temporary folder of the system.</summary>
    [Setting("TEMP_FOLDER", "a folder that can be written"), Required]
    public string TempFolder { get; set; } = Path.GetTempPath();

    /// <summary>Minimum rate of a request body, bytes per second, after a grace period of 5 s. Default 1 KiB/s.</summary>
    [Setting("UPLOAD_MIN_BYTES_PER_SECOND", "a number of bytes from 1 to 1048576"), Range(1, 1 << 20)]
    public int MinUploadRate { get; set; } = 1024;

    /// <summary>Time without a sign of a sent receipt after which it is sent again. Default 300 s.</summary>
    [Setting("LEASE_SECONDS", "a number of seconds from 1 to 86400"), Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Maximum number of failed readings before a receipt becomes an error result; sending it again does not count. Default 4.</summary>
    [Setting("MAX_ATTEMPTS", "a number from 1 to 20"), Range(1, 20)]
    public int MaxAttempts { get; set; } = 4;

    /// <summary>Maximum number of receipts that are with the workers concurrently. Further receipts wait as rows, whose order can change. Default 1000.</summary>
    [Setting("MAX_IN_FLIGHT", "a number from 1 to 100000"), Range(1, 100_000)]
    public int MaxInFlight { get; set; } = 1_000;

    /// <summary>Period of the sweep for unconfirmed rows. Default 1 s.</summary>
    [Setting("SWEEP_SECONDS", "a number of seconds from 0.1 to 60"), Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(1);
}
