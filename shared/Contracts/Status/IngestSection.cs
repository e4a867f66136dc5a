namespace Ocr.Contracts.Status;

/// <summary>Status section of Ingest. The keys are part of <c>/internal/status</c>.</summary>
public sealed record IngestSection
{
    /// <summary>Key of the section.</summary>
    public const string Name = "ingest";

    /// <summary>Receipts by state.</summary>
    public IngestFolders Directories { get; init; } = new();

    /// <summary>Batch that was opened last; blank without one.</summary>
    public string LastBatchId { get; init; } = "";

    /// <summary>Number of batches.</summary>
    public long Batches { get; init; }

    /// <summary>Number of receipts in any state.</summary>
    public long TotalUploaded { get; init; }

    /// <summary>Number of receipts with a result.</summary>
    public long TotalProcessed { get; init; }

    /// <summary>Number of receipts that could not be read.</summary>
    public long TotalErrors { get; init; }

    /// <summary>Number of accepted files.</summary>
    public long SuccessfulUploads { get; init; }

    /// <summary>Number of refused files.</summary>
    public long FailedUploads { get; init; }

    /// <summary>Mean size of an accepted file in MB.</summary>
    public double AverageFileSizeMb { get; init; }

    /// <summary>Share of the finished batches with a result, 0–1.</summary>
    public double BatchSuccessRate { get; init; }

    /// <summary>Number of files refused in the last hour.</summary>
    public long ErrorsLastHour { get; init; }

    /// <summary>Most frequent error codes of refused files.</summary>
    public IReadOnlyList<UploadError> CommonErrors { get; init; } = [];
}

/// <summary>Receipts by state.</summary>
public sealed record IngestFolders
{
    /// <summary>Waiting for a batch.</summary>
    public StatusFolder Inbox { get; init; } = new();

    /// <summary>In a batch, without a result.</summary>
    public StatusFolder Processing { get; init; } = new();

    /// <summary>With a result.</summary>
    public StatusFolder Processed { get; init; } = new();

    /// <summary>That could not be read.</summary>
    public StatusFolder Error { get; init; } = new();
}

/// <summary>Number of refused files with an error code.</summary>
/// <param name="ErrorCode">The code.</param>
/// <param name="Count">Number of files.</param>
public sealed record UploadError(string ErrorCode, long Count);
