using System.Text.Json.Serialization;

namespace Ocr.Gateway.Status;

/// <summary>The system as a whole.</summary>
internal sealed record SystemView
{
    /// <summary><c>operational</c>, or <c>degraded</c> while no worker is active or a service does not respond.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>Time since this gateway started, <c>2h 45m 18s</c>.</summary>
    [JsonPropertyName("uptime")]
    public required string Uptime { get; init; }

    /// <summary>Version of the gateway.</summary>
    [JsonPropertyName("version")]
    public required string Version { get; init; }

    /// <summary>When it was measured, UTC.</summary>
    [JsonPropertyName("timestamp")]
    public required DateTimeOffset Timestamp { get; init; }
}
