namespace Ocr.Contracts;

/// <summary>Event of an OcrWorker, every few seconds: it lives, and this is what it did. Figures count from its start.</summary>
public sealed record WorkerHeartbeat
{
    /// <summary>Identity of the process, made at its start.</summary>
    public required Guid WorkerId { get; init; }

    /// <summary>When the worker started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When this was said, UTC.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Seconds until the next one; a worker silent for three times as long is taken for dead.</summary>
    public required double IntervalSeconds { get; init; }

    /// <summary>True for the last one: the worker stops in good order.</summary>
    public required bool Stopping { get; init; }

    /// <summary>Name and version of the model pack, <c>compact-1.0.0</c>.</summary>
    public required string Model { get; init; }

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

    /// <summary>Receipts answered in the last minute, a second.</summary>
    public required double ReceiptsPerSecond { get; init; }

    /// <summary>Readings at once; 0 from a worker that does not say.</summary>
    public int Parallelism { get; init; }

    /// <summary>Receipts of batches that it has in hand: being read, or next.</summary>
    public IReadOnlyList<Guid> InHand { get; init; } = [];
}
