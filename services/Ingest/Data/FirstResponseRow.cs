using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Ingest.Data;

/// <summary>The first response to requests with one <c>Idempotency-Key</c>.</summary>
public sealed class FirstResponseRow : ITenantOwned
{
    /// <summary>Tenant that sent the request.</summary>
    public string Tenant { get; set; } = Tenants.Default;

    /// <summary>The key, unique within the tenant.</summary>
    public required string Key { get; set; }

    /// <summary>SHA-256 of the request content, hexadecimal: the same key with other content is an error.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>The response of an upload, JSON; <see langword="null"/> for a read, which returns the response of its batch.</summary>
    public string? Response { get; set; }

    /// <summary>The batch of a read.</summary>
    public string? RequestId { get; set; }

    /// <summary>When it was stored, by the service clock.</summary>
    public required DateTimeOffset At { get; set; }
}
