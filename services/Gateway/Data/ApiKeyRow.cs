using Ocr.Contracts;
using Ocr.Gateway.Limits;

namespace Ocr.Gateway.Data;

/// <summary>A stored API key, without the key itself.</summary>
public sealed class ApiKeyRow
{
    /// <summary>Id of the key; not secret.</summary>
    public required Guid Id { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Its first characters, so that its owner can identify it.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the key, hexadecimal. The key has 190 random bits, so salt and key stretching add no protection.</summary>
    public required string Hash { get; init; }

    /// <summary>Permissions, separated by commas.</summary>
    public required string Permissions { get; init; }

    /// <summary>Tenant whose data it reads and writes.</summary>
    public string Tenant { get; init; } = Tenants.Default;

    /// <summary>When it was created, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used, UTC, to a few seconds.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Number of requests with this key.</summary>
    public long UsageCount { get; init; }

    /// <summary>When it was revoked, UTC.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Limit of this key; <see langword="null"/> for the default.</summary>
    public int? PerMinute { get; init; }

    /// <inheritdoc cref="PerMinute"/>
    public int? PerHour { get; init; }

    /// <inheritdoc cref="PerMinute"/>
    public int? Burst { get; init; }

    /// <inheritdoc cref="PerMinute"/>
    public int? UploadPerMinute { get; init; }

    /// <inheritdoc cref="PerMinute"/>
    public int? ProcessPerMinute { get; init; }

    /// <inheritdoc cref="PerMinute"/>
    public int? CostPerMinute { get; init; }

    /// <summary>Its share of the workers relative to other keys: 2 gets twice as much as 1.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Whether the key has a permission.</summary>
    internal bool May(string permission) => Permissions.Split(',').Contains(permission, StringComparer.Ordinal);

    /// <summary>Limits of this key; the default where it has none.</summary>
    internal RateLimits Limits(RateLimits usual) => new(
        PerMinute ?? usual.PerMinute,
        PerHour ?? usual.PerHour,
        Burst ?? usual.Burst,
        UploadPerMinute ?? usual.UploadPerMinute,
        ProcessPerMinute ?? usual.ProcessPerMinute,
        usual.PagePerMinute,
        usual.ReviewPerMinute);
}
