using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Gateway.Data;

/// <summary>An event of a tenant, as webhooks and the event stream send it. Ids are committed in ascending order.</summary>
public sealed class EventRow : ITenantOwned
{
    /// <summary>Order of storing; the id of the event stream.</summary>
    public long Id { get; init; }

    /// <summary>Identity of the event, <c>evt_…</c>: equal for every delivery of its message.</summary>
    public required string MessageId { get; init; }

    /// <summary>Tenant that owns it.</summary>
    public string Tenant { get; init; } = Tenants.Default;

    /// <summary>One of <see cref="Events.EventTypes"/>; of a row that only marks the start of a listener, <c>stream.start</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was stored, UTC.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>Batch.</summary>
    public required string RequestId { get; init; }

    /// <summary>JSON with type, timestamp and data: what a webhook receives.</summary>
    public required string Body { get; init; }
}
