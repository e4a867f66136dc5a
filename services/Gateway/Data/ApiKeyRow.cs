using Ocr.Contracts;
using Ocr.Gateway.Limits;

namespace Ocr.Gateway.Data;

/// <summary>An API key as it is stored: never the key itself.</summary>
public sealed class ApiKeyRow
{
    /// <summary>Names the key; no secret.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Its first characters, by which its owner knows it again.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the key, hexadecimal. The key is 190 random bits: there is nothing to guess that salt or stretching would protect.</summary>
    public required string Hash { get; init; }

    /// <summary>What it may do, separated by commas.</summary>
    public required string Permissions { get; init; }

    /// <summary>Tenant whose data it reads and writes.</summary>
    public string Tenant { get; init; } = Tenants.Default;

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used, UTC, to a few seconds.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Requests made with it.</summary>
    public long UsageCount { get; init; }

    /// <summary>When it was revoked, UTC.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Its own limits; <see langword="null"/> for the usual one.</summary>
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

    /// <summary>Its share of the workers beside other keys: 2 gets twice as much as 1.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Whether it may do something.</summary>
    internal bool May(string permission) => Permissions.Split(',').Contains(permission, StringComparer.Ordinal);

    /// <summary>Its limits, the usual ones where it has none of its own.</summary>
    internal RateLimits Limits(RateLimits usual) => new(
        PerMinute ?? usual.PerMinute,
        PerHour ?? usual.PerHour,
        Burst ?? usual.Burst,
        UploadPerMinute ?? usual.UploadPerMinute,
        ProcessPerMinute ?? usual.ProcessPerMinute,
        usual.PagePerMinute,
        usual.ReviewPerMinute);
}
