using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Gateway.Data;

/// <summary>A receiver of events.</summary>
public sealed class WebhookRow : ITenantOwned
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Tenant that owns it.</summary>
    public string Tenant { get; init; } = Tenants.Default;

    /// <summary>Address of the receiver. It can contain a secret and is never logged.</summary>
    public required string Url { get; set; }

    /// <summary>Types of events, separated by commas.</summary>
    public required string Events { get; set; }

    /// <summary>Description by its owner; blank for none.</summary>
    public string Description { get; set; } = "";

    /// <summary>Whether events are sent.</summary>
    public bool Active { get; set; } = true;

    /// <summary>Signing secret, <c>whsec_…</c>. Signing needs the secret itself, so it is not stored as a hash.</summary>
    public required string Secret { get; set; }

    /// <summary>Secret before the last rotation; it also signs until <see cref="PreviousSecretUntil"/>.</summary>
    public string? PreviousSecret { get; set; }

    /// <summary>End of the overlap, UTC.</summary>
    public DateTimeOffset? PreviousSecretUntil { get; set; }

    /// <summary>When it was created, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Whether it receives a type of event.</summary>
    internal bool Takes(string type) => Events.Split(',').Contains(type, StringComparer.Ordinal);
}
