using System.Text.Json.Serialization;

namespace Ocr.Gateway.Health;

/// <summary>Load of the machine.</summary>
internal sealed record HealthMetricsView
{
    /// <summary>Memory in use, 0–100.</summary>
    [JsonPropertyName("memory_usage_percent")]
    public required double MemoryUsagePercent { get; init; }

    /// <summary>Use of the disk with the data, 0–100.</summary>
    [JsonPropertyName("disk_usage_percent")]
    public required double DiskUsagePercent { get; init; }

    /// <summary>Busy share of all cores, 0–100.</summary>
    [JsonPropertyName("cpu_usage_percent")]
    public required double CpuUsagePercent { get; init; }

    /// <summary>Mean number of runnable processes over one minute.</summary>
    [JsonPropertyName("load_average")]
    public required double LoadAverage { get; init; }
}
