using System.ComponentModel.DataAnnotations;
using Ocr.Recognition.OnnxTr;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition;

/// <summary>The reader of a model pack of any kind.</summary>
public sealed class ReceiptReader : IReceiptReader
{
    private readonly IPageReader _pages;

    private ReceiptReader(IPageReader pages) => _pages = pages;

    /// <inheritdoc/>
    public string Model => _pages.Model;

    /// <inheritdoc/>
    public string Engines => _pages.Engines;

    /// <summary>Validates a model pack and creates its sessions. The returned reader is ready.</summary>
    /// <param name="packFolder">
    /// The pack: a folder with <c>manifest.json</c> and the ONNX files that it names, or with OnnxTR's files only.
    /// </param>
    /// <param name="options">Settings; defaults when <see langword="null"/>.</param>
    /// <exception cref="ModelPackException">The pack is missing, incomplete or modified, or does not match its manifest.</exception>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public static ReceiptReader Create(string packFolder, ReaderOptions? options = null)
    {
        options ??= new ReaderOptions();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return new ReceiptReader(OnnxTrPack.TryLoad(packFolder) is { } pack
            ? OnnxTrReader.Open(pack, options)
            : CompactReader.Open(ModelPack.Load(packFolder), options));
    }

    /// <inheritdoc/>
    public ReadPage Read(
        ReadOnlyMemory<byte> image, ReadingProfile profile = ReadingProfile.Balanced, CancellationToken cancellationToken = default) =>
        _pages.Read(image, profile, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _pages.Dispose();
}
