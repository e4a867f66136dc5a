namespace Ocr.Recognition;

/// <summary>The reader: decode, detect, recognise, arrange.</summary>
public sealed class ReceiptReader : IReceiptReader
{
    private ReceiptReader(string model) => Model = model;

    /// <inheritdoc/>
    public string Model { get; }

    /// <summary>Validates a model pack and builds its sessions; a reader exists ready or not at all.</summary>
    /// <param name="packFolder">Folder with <c>manifest.json</c>.</param>
    /// <param name="options">Settings; defaults when <see langword="null"/>.</param>
    /// <exception cref="ModelPackException">The pack is missing, incomplete, altered, or of another shape than its manifest says.</exception>
    public static ReceiptReader Create(string packFolder, ReaderOptions? options = null) =>
        throw new ModelPackException(packFolder, ["reading is not built yet"]);

    /// <inheritdoc/>
    public ReadPage Read(
        ReadOnlyMemory<byte> image, ReadingProfile profile = ReadingProfile.Balanced, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
