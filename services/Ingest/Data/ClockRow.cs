namespace Ocr.Ingest.Data;

/// <summary>How far the service clock has come; see <see cref="Clocks.ServiceClock"/>.</summary>
public sealed class ClockRow
{
    /// <summary>Which clock.</summary>
    public required string Name { get; set; }

    /// <summary>Its last instant that was written down. It never goes back.</summary>
    public required DateTimeOffset Instant { get; set; }

    /// <summary>What the clock of the machine said when this database was new, UTC: what is older in the object store is not from here.</summary>
    public required DateTimeOffset BornAt { get; set; }
}
