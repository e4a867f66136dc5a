using System.Text.Json.Serialization;

namespace Ocr.Gateway.Health;

/// <summary>
/// Each part: <c>ok</c>, <c>warning</c> or <c>error</c>. The first six keep the names of the specification, so that existing
/// monitors go on.
/// </summary>
internal sealed record HealthChecksView
{
    /// <summary>The gateway itself.</summary>
    [JsonPropertyName("flask_app")]
    public required string FlaskApp { get; init; }

    /// <summary>A living worker has its models loaded; it does not live without.</summary>
    [JsonPropertyName("ocr_models")]
    public required string OcrModels { get; init; }

    /// <summary>Images can be stored.</summary>
    [JsonPropertyName("directories")]
    public required string Directories { get; init; }

    /// <summary>As many workers as expected sent a heartbeat lately; fewer are a warning, none is an error.</summary>
    [JsonPropertyName("worker_thread")]
    public required string WorkerThread { get; init; }

    /// <summary>Memory is left.</summary>
    [JsonPropertyName("memory_usage")]
    public required string MemoryUsage { get; init; }

    /// <summary>Disk is left.</summary>
    [JsonPropertyName("disk_space")]
    public required string DiskSpace { get; init; }

    /// <summary>Messages travel.</summary>
    [JsonPropertyName("message_broker")]
    public required string MessageBroker { get; init; }

    /// <summary>Words are kept: in Redis where there is one, else with the worker.</summary>
    [JsonPropertyName("cache")]
    public required string Cache { get; init; }

    /// <summary>Rows can be read.</summary>
    [JsonPropertyName("database")]
    public required string Database { get; init; }

    /// <summary>Images can be stored.</summary>
    [JsonPropertyName("object_store")]
    public required string ObjectStore { get; init; }
}
