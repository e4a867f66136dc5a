namespace Ocr.Recognition;

/// <summary>
/// Reads pages with one kind of model pack: decodes an image as its models require, and detects and reads the words. An implementation
/// provides the guarantees that <see cref="ReceiptReader"/> documents.
/// </summary>
internal interface IPageReader : IDisposable
{
    /// <inheritdoc cref="IReceiptReader.Model"/>
    string Model { get; }

    /// <inheritdoc cref="IReceiptReader.Engines"/>
    string Engines { get; }

    /// <inheritdoc cref="IReceiptReader.Read"/>
    ReadPage Read(ReadOnlyMemory<byte> image, ReadingProfile profile, CancellationToken cancellationToken);
}
