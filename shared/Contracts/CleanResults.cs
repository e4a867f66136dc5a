namespace Ocr.Contracts;

/// <summary>Request of Ingest to Results: remove the results of these batches and return what remains. The response is <see cref="ResultsCleaned"/>.</summary>
public sealed record CleanResults
{
    /// <summary>Finished batches; empty to remove nothing.</summary>
    public required IReadOnlyList<string> RequestIds { get; init; }

    /// <summary>Maximum number of names of remaining results in the response, the newest first.</summary>
    public required int MaxNames { get; init; }

    /// <summary>Tenant whose results are counted and named in the response; <see langword="null"/> for all.</summary>
    public string? Tenant { get; init; }
}
