namespace Ocr.Contracts.Status;

/// <summary>Receipts or results of one state. The specification shows each state as a folder.</summary>
public sealed record StatusFolder
{
    /// <summary>Path in the specification, such as <c>data/inbox</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>Number of files.</summary>
    public long FilesCount { get; init; }

    /// <summary>Size of the files in MB.</summary>
    public double TotalSizeMb { get; init; }
}
