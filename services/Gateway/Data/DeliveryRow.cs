using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Gateway.Data;

/// <summary>Delivery of an event to a webhook. The row is the outbox and the log (docs/adr/0047).</summary>
public sealed class DeliveryRow : ITenantOwned
{
    /// <summary>Order of creation.</summary>
    public long Id { get; init; }

    /// <summary>Tenant that owns it.</summary>
    public string Tenant { get; init; } = Tenants.Default;

    /// <summary>Webhook.</summary>
    public required Guid WebhookId { get; init; }

    /// <summary>Event.</summary>
    public long EventId { get; init; }

    /// <summary>The event itself.</summary>
    public required EventRow Event { get; init; }

    /// <summary>State.</summary>
    public DeliveryState State { get; set; }

    /// <summary>Number of attempts since it was created or replayed.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was created, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Time of the next attempt, UTC. An attempt sets it to the end of its lease, so that the event is sent again after a crash.</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Time of the last attempt, UTC.</summary>
    public required DateTimeOffset GiveUpAt { get; set; }

    /// <summary>When it was delivered or given up, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The last attempts, JSON; see <see cref="Webhooks.AttemptLog"/>.</summary>
    public string Log { get; set; } = "[]";
}

/// <summary>State of a delivery. The numbers are stored.</summary>
public enum DeliveryState
{
    /// <summary>An attempt follows.</summary>
    Pending = 0,

    /// <summary>The receiver accepted it.</summary>
    Delivered = 1,

    /// <summary>Given up; it can be replayed.</summary>
    Dead = 2,
}
