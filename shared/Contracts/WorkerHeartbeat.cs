namespace Ocr.Contracts;

/// <summary>Event of an OcrWorker, every few seconds: its state and its counters. Counters start at 0 with the process.</summary>
public sealed record WorkerHeartbeat
{
    /// <summary>Identity of the process, created at its start.</summary>
    public required Guid WorkerId { get; init; }

    /// <summary>When the worker started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the heartbeat was sent, UTC.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Seconds until the next heartbeat; a worker without a heartbeat for three times as long counts as dead.</summary>
    public required double IntervalSeconds { get; init; }

    /// <summary>True for the last heartbeat: the worker stops normally.</summary>
    public required bool Stopping { get; init; }

    /// <summary>Name and version of the model pack, <c>compact-1.0.0</c>.</summary>
    public required string Model { get; init; }

    /// <summary>What runs each network of the pack on its machine, in words; blank from a worker that does not report it.</summary>
    public string Engines { get; init; } = "";

    /// <summary>Recognition profiles it serves.</summary>
    public required IReadOnlyList<string> Profiles { get; init; }

    /// <summary>Images whose words are in its cache.</summary>
    public required long CacheEntries { get; init; }

    /// <summary>Receipts read.</summary>
    public required long Succeeded { get; init; }

    /// <summary>Receipts that could not be read.</summary>
    public required long Failed { get; init; }

    /// <summary>Of the receipts read, how many came from the cache.</summary>
    public required long CacheHits { get; init; }

    /// <summary>Receipts processed in the last minute, per second.</summary>
    public required double ReceiptsPerSecond { get; init; }

    /// <summary>Number of concurrent readings; 0 from a worker that does not report it.</summary>
    public int Parallelism { get; init; }

    /// <summary>Receipts of batches that it has in progress: being read, or next.</summary>
    public IReadOnlyList<Guid> InHand { get; init; } = [];
}
