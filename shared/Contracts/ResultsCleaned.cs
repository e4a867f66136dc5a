namespace Ocr.Contracts;

/// <summary>Response of Results to <see cref="CleanResults"/>.</summary>
public sealed record ResultsCleaned
{
    /// <summary>Batches of the request whose data is removed; the others are not finished.</summary>
    public required IReadOnlyList<string> RequestIds { get; init; }

    /// <summary>Results removed.</summary>
    public required int Removed { get; init; }

    /// <summary>Their size, bytes.</summary>
    public required long FreedBytes { get; init; }

    /// <summary>Remaining results, of all batches.</summary>
    public required int Preserved { get; init; }

    /// <summary>Names of the newest remaining results.</summary>
    public required IReadOnlyList<string> PreservedFiles { get; init; }
}
