using Ocr.Contracts;

namespace Ocr.Ingest.Batches;

/// <summary>Options that a client sets for a batch.</summary>
public sealed record BatchOptions
{
    /// <summary>Recognition profile. Default <c>ultra_rapido</c>.</summary>
    public string Profile { get; init; } = ProfileNames.UltraRapido;

    /// <summary><c>spa</c> (default) or <c>eng</c>; the models read both.</summary>
    public string Language { get; init; } = "spa";

    /// <summary>Whether results carry coordinates. Default yes.</summary>
    public bool IncludeCoordinates { get; init; } = true;

    /// <summary>Stored names of the receipts that the batch holds; <see langword="null"/> for the pending ones.</summary>
    public IReadOnlyList<string>? Files { get; init; }

    /// <summary>Upload whose receipts the batch holds; <see langword="null"/> for the pending ones.</summary>
    public Guid? UploadId { get; init; }

    /// <summary>Whether the receipts are named; then <see cref="MaxImages"/> does not apply.</summary>
    public bool AreNamed => Files is not null || UploadId is not null;

    /// <summary>Maximum number of receipts, 1–50. Default 50.</summary>
    public int MaxImages { get; init; } = 50;

    /// <summary>Maximum time that the response waits for the results, seconds, 1–3600. Default 300.</summary>
    public int TimeoutSeconds { get; init; } = 300;

    /// <summary>Accepted for compatibility, 1–64. It has no effect: the number of workers sets the concurrency.</summary>
    public int ParallelWorkers { get; init; } = 4;
}
