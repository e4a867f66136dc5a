namespace Ocr.Ingest.Batches;

/// <summary>What a client asks of a batch.</summary>
public sealed record BatchOptions
{
    /// <summary>Recognition profile. Default <c>ultra_rapido</c>.</summary>
    public string Profile { get; init; } = "ultra_rapido";

    /// <summary><c>spa</c> (default) or <c>eng</c>; the models read both.</summary>
    public string Language { get; init; } = "spa";

    /// <summary>Whether results carry coordinates. Default yes.</summary>
    public bool IncludeCoordinates { get; init; } = true;

    /// <summary>Most receipts to take, 1–50. Default 50.</summary>
    public int MaxImages { get; init; } = 50;

    /// <summary>How long the answer may wait for the results, seconds, 1–3600. Default 300.</summary>
    public int TimeoutSeconds { get; init; } = 300;

    /// <summary>Accepted for compatibility, 1–64: how many work at once is how many workers there are.</summary>
    public int ParallelWorkers { get; init; } = 4;
}
