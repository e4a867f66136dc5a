namespace Ocr.Recognition;

/// <summary>
/// One kind of pack at work: it decodes an image the way its models need it, and finds and reads the words. <see cref="ReceiptReader"/>
/// promises what its callers see; a page reader keeps the promise.
/// </summary>
internal interface IPageReader : IDisposable
{
    /// <inheritdoc cref="IReceiptReader.Model"/>
    string Model { get; }

    /// <inheritdoc cref="IReceiptReader.Read"/>
    ReadPage Read(ReadOnlyMemory<byte> image, ReadingProfile profile, CancellationToken cancellationToken);
}
