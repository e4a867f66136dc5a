namespace Ocr.Ingest.Data;

/// <summary>Something that one replica does now and then for all of them.</summary>
public sealed class ScheduledJobRow
{
    /// <summary>Which.</summary>
    public required string Name { get; set; }

    /// <summary>When it is due, by the service clock; whoever moves this on does it.</summary>
    public required DateTimeOffset NextRunAt { get; set; }
}
