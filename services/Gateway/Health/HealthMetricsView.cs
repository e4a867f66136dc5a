using System.Text.Json.Serialization;

namespace Ocr.Gateway.Health;

/// <summary>How loaded the machine is.</summary>
internal sealed record HealthMetricsView
{
    /// <summary>0–100.</summary>
    [JsonPropertyName("memory_usage_percent")]
    public required double MemoryUsagePercent { get; init; }

    /// <summary>0–100, of the disk that holds the data.</summary>
    [JsonPropertyName("disk_usage_percent")]
    public required double DiskUsagePercent { get; init; }

    /// <summary>0–100, of all cores.</summary>
    [JsonPropertyName("cpu_usage_percent")]
    public required double CpuUsagePercent { get; init; }

    /// <summary>Over one minute.</summary>
    [JsonPropertyName("load_average")]
    public required double LoadAverage { get; init; }
}
