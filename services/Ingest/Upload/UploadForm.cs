namespace Ocr.Ingest.Upload;

/// <summary>An upload as it was read: its files, and its fields by name.</summary>
public sealed class UploadForm : IDisposable
{
    /// <summary>The files, in the order of the form.</summary>
    public List<UploadedFile> Files { get; } = [];

    /// <summary>The other parts.</summary>
    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Files over the limit with their sizes, bytes.</summary>
    public List<(string Name, long Size)> TooLarge { get; } = [];

    /// <summary>What is wrong.</summary>
    public UploadFaults Faults { get; } = new();

    /// <inheritdoc />
    public void Dispose() => Files.ForEach(file => file.Dispose());
}
