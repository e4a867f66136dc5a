namespace Ocr.Gateway.Data;

/// <summary>A scope of tenants for which an event stream was opened, so that its events are stored (docs/adr/0048).</summary>
public sealed class ListenerRow
{
    /// <summary>Tenant, or <c>*</c> for all tenants.</summary>
    public required string Scope { get; init; }

    /// <summary>All events of the scope with a higher id were stored.</summary>
    public required long SinceId { get; set; }

    /// <summary>When the storing of its events began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>Until when a stream can be open, UTC. Its events are stored for the retention of events after that.</summary>
    public required DateTimeOffset ListenedUntil { get; set; }
}
