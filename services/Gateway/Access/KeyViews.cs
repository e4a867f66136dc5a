using System.Text.Json.Serialization;
using Ocr.Gateway.Data;

namespace Ocr.Gateway.Access;

/// <summary>Body of <c>POST /api/generate_key</c>.</summary>
internal sealed record NewKey
{
    /// <summary>Display name, 1–100 characters.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Permissions; by default process_ocr and download_results.</summary>
    [JsonPropertyName("permissions")]
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary><c>reader</c>, <c>reviewer</c> or <c>admin</c> in place of permissions.</summary>
    [JsonPropertyName("role")]
    public string? Role { get; init; }

    /// <summary>Tenant whose data it reads and writes; the default tenant when absent.</summary>
    [JsonPropertyName("tenant")]
    public string? Tenant { get; init; }

    /// <summary>Limits of this key.</summary>
    [JsonPropertyName("rate_limits")]
    public KeyLimits? Limits { get; init; }

    /// <summary>Its share of the workers relative to other keys, 1–100; 1 when absent.</summary>
    [JsonPropertyName("weight")]
    public int? Weight { get; init; }
}

/// <summary>Limits of one key: requests, and reading cost; 0 for no limit, absent for the default.</summary>
internal sealed record KeyLimits(
    [property: JsonPropertyName("per_minute")] int? PerMinute,
    [property: JsonPropertyName("per_hour")] int? PerHour,
    [property: JsonPropertyName("burst")] int? Burst,
    [property: JsonPropertyName("upload_per_minute")] int? UploadPerMinute,
    [property: JsonPropertyName("process_per_minute")] int? ProcessPerMinute,
    [property: JsonPropertyName("cost_per_minute")] int? CostPerMinute);

/// <summary>A key, without its secret text.</summary>
internal sealed record KeyView(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("prefix")] string Prefix,
    [property: JsonPropertyName("permissions")] IReadOnlyList<string> Permissions,
    [property: JsonPropertyName("role"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role,
    [property: JsonPropertyName("tenant")] string Tenant,
    [property: JsonPropertyName("rate_limits")] KeyLimits Limits,
    [property: JsonPropertyName("weight")] int Weight,
    [property: JsonPropertyName("active")] bool Active,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt,
    [property: JsonPropertyName("last_used_at")] DateTimeOffset? LastUsedAt,
    [property: JsonPropertyName("revoked_at")] DateTimeOffset? RevokedAt,
    [property: JsonPropertyName("usage_count")] long UsageCount)
{
    /// <summary>Maps a row to its view.</summary>
    public static KeyView Of(ApiKeyRow row) => new(
        row.Id,
        row.Name,
        row.Prefix + "…",
        row.Permissions.Split(','),
        Roles.Of(row.Permissions.Split(',')),
        row.Tenant,
        new KeyLimits(row.PerMinute, row.PerHour, row.Burst, row.UploadPerMinute, row.ProcessPerMinute, row.CostPerMinute),
        row.Weight,
        row.RevokedAt is null,
        row.CreatedAt,
        row.LastUsedAt,
        row.RevokedAt,
        row.UsageCount);
}

/// <summary>Response of <c>POST /api/generate_key</c>, the only response that contains a key.</summary>
internal sealed record KeyCreated(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("timestamp")] DateTimeOffset Timestamp,
    [property: JsonPropertyName("api_key")] string ApiKey,
    [property: JsonPropertyName("key")] KeyView Key);

/// <summary>Response of <c>GET /api/list_keys</c>.</summary>
internal sealed record KeyList(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("keys")] IReadOnlyList<KeyView> Keys);

/// <summary>Response of <c>DELETE /api/revoke_key/{id}</c>.</summary>
internal sealed record KeyRevoked(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("timestamp")] DateTimeOffset Timestamp,
    [property: JsonPropertyName("key")] KeyView Key);
