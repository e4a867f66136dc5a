namespace Ocr.Ingest.Data;

/// <summary>State of the service clock; see <see cref="Clocks.ServiceClock"/>.</summary>
public sealed class ClockRow
{
    /// <summary>Name of the clock.</summary>
    public required string Name { get; set; }

    /// <summary>The last stored instant. It never goes back.</summary>
    public required DateTimeOffset Instant { get; set; }

    /// <summary>System time when this database was created, UTC. Older objects in the object store belong to another database.</summary>
    public required DateTimeOffset BornAt { get; set; }
}
