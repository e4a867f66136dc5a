using System.Text.Json.Serialization;

namespace Ocr.Gateway.Health;

/// <summary>
/// Status of each part: <c>ok</c>, <c>warning</c> or <c>error</c>. The first six have the names of the specification, so that existing
/// monitors keep working.
/// </summary>
internal sealed record HealthChecksView
{
    /// <summary>The gateway itself.</summary>
    [JsonPropertyName("flask_app")]
    public required string FlaskApp { get; init; }

    /// <summary>The models: loaded in every active worker.</summary>
    [JsonPropertyName("ocr_models")]
    public required string OcrModels { get; init; }

    /// <summary>Images can be stored.</summary>
    [JsonPropertyName("directories")]
    public required string Directories { get; init; }

    /// <summary>Number of workers with a recent heartbeat: fewer than expected is a warning, none is an error.</summary>
    [JsonPropertyName("worker_thread")]
    public required string WorkerThread { get; init; }

    /// <summary>Free memory.</summary>
    [JsonPropertyName("memory_usage")]
    public required string MemoryUsage { get; init; }

    /// <summary>Free disk space.</summary>
    [JsonPropertyName("disk_space")]
    public required string DiskSpace { get; init; }

    /// <summary>The message broker.</summary>
    [JsonPropertyName("message_broker")]
    public required string MessageBroker { get; init; }

    /// <summary>The cache of words: Redis, or the memory of the workers.</summary>
    [JsonPropertyName("cache")]
    public required string Cache { get; init; }

    /// <summary>The databases.</summary>
    [JsonPropertyName("database")]
    public required string Database { get; init; }

    /// <summary>Images can be stored.</summary>
    [JsonPropertyName("object_store")]
    public required string ObjectStore { get; init; }
}
