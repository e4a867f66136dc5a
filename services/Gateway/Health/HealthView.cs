using System.Text.Json.Serialization;

namespace Ocr.Gateway.Health;

/// <summary>Response of <c>/api/health</c> (§1.4 of the specification).</summary>
internal sealed record HealthView
{
    /// <summary><c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>When it was measured, UTC.</summary>
    [JsonPropertyName("timestamp")]
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Status of each part.</summary>
    [JsonPropertyName("checks")]
    public required HealthChecksView Checks { get; init; }

    /// <summary>Load of the machine.</summary>
    [JsonPropertyName("metrics")]
    public required HealthMetricsView Metrics { get; init; }
}
