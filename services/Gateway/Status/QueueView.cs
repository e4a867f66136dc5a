using System.Text.Json.Serialization;
using Ocr.Contracts;
using Ocr.Gateway.Probing;

namespace Ocr.Gateway.Status;

/// <summary>Response of <c>GET /api/ocr/queue/status</c>: receipts by state, and the workers.</summary>
internal sealed record QueueView(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("timestamp")] DateTimeOffset Timestamp,
    [property: JsonPropertyName("pending")] long Pending,
    [property: JsonPropertyName("processing")] long Processing,
    [property: JsonPropertyName("processed")] long Processed,
    [property: JsonPropertyName("error")] long Error,
    [property: JsonPropertyName("workers_active")] int WorkersActive,
    [property: JsonPropertyName("workers")] IReadOnlyList<QueueWorker> Workers)
{
    /// <summary>Builds the response.</summary>
    public static QueueView Of(SystemReport report, IReadOnlyCollection<WorkerHeartbeat> workers, DateTimeOffset now)
    {
        var folders = report.Ingest.Directories;
        return new(
            "success",
            now,
            folders.Inbox.FilesCount,
            folders.Processing.FilesCount,
            folders.Processed.FilesCount,
            folders.Error.FilesCount,
            workers.Count,
            [.. workers.Select(QueueWorker.Of)]);
    }
}

/// <summary>A worker, from its last heartbeat.</summary>
internal sealed record QueueWorker(
    [property: JsonPropertyName("worker_id")] Guid WorkerId,
    [property: JsonPropertyName("started_at")] DateTimeOffset StartedAt,
    [property: JsonPropertyName("last_heartbeat")] DateTimeOffset LastHeartbeat,
    [property: JsonPropertyName("model")] string Model,
    [property: JsonPropertyName("engines")] string Engines,
    [property: JsonPropertyName("profiles")] IReadOnlyList<string> Profiles,
    [property: JsonPropertyName("processed")] long Processed,
    [property: JsonPropertyName("failed")] long Failed,
    [property: JsonPropertyName("cache_hits")] long CacheHits,
    [property: JsonPropertyName("files_per_second")] double FilesPerSecond)
{
    /// <summary>Maps a heartbeat to a worker.</summary>
    public static QueueWorker Of(WorkerHeartbeat worker) => new(
        worker.WorkerId,
        worker.StartedAt,
        worker.SentAt,
        worker.Model,
        worker.Engines,
        worker.Profiles,
        worker.Succeeded,
        worker.Failed,
        worker.CacheHits,
        Math.Round(worker.ReceiptsPerSecond, 3));
}
