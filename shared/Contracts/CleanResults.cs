namespace Ocr.Contracts;

/// <summary>Request of Ingest to Results: remove the results of these batches, and say what is left. Answered by <see cref="ResultsCleaned"/>.</summary>
public sealed record CleanResults
{
    /// <summary>Finished batches; empty to ask only what there is.</summary>
    public required IReadOnlyList<string> RequestIds { get; init; }

    /// <summary>Most names wanted of the results that stay; the newest are told.</summary>
    public required int MaxNames { get; init; }

    /// <summary>Tenant whose results are counted and named in the answer; <see langword="null"/> for all.</summary>
    public string? Tenant { get; init; }
}
