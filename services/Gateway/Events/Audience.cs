using Ocr.Gateway.Data;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Events;

/// <summary>The receivers of events at one instant.</summary>
/// <param name="streams">Scopes of streams, as <see cref="TenantScope.HeaderValue"/>.</param>
/// <param name="webhooks">Tenants and the types of events of their active webhooks, as <see cref="WebhookRow.Events"/>.</param>
internal sealed class Audience(IEnumerable<string> streams, IEnumerable<(string Tenant, string Types)> webhooks)
{
    private readonly HashSet<string> _streams = [.. streams];

    private readonly HashSet<(string Tenant, string Type)> _webhooks =
        [.. webhooks.SelectMany(webhook => webhook.Types.Split(',').Select(type => (webhook.Tenant, type)))];

    /// <summary>Whether a stream of a tenant, or of all tenants, is open or can be resumed.</summary>
    public bool HasStream(string tenant) => _streams.Contains(tenant) || _streams.Contains(TenantScope.All.HeaderValue);

    /// <summary>Whether a stream or an active webhook receives a type of event of a tenant.</summary>
    public bool Receives(string tenant, string type) => _webhooks.Contains((tenant, type)) || HasStream(tenant);
}
