namespace Ocr.Ingest.Data;

/// <summary>A job that one replica runs periodically for all of them.</summary>
public sealed class ScheduledJobRow
{
    /// <summary>Name of the job.</summary>
    public required string Name { get; set; }

    /// <summary>When it is due, by the service clock. The replica that advances this value runs the job.</summary>
    public required DateTimeOffset NextRunAt { get; set; }
}
