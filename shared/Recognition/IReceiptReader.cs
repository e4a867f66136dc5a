namespace Ocr.Recognition;

/// <summary>
/// Reads the words of receipt images. Built once with its model sessions, shared by concurrent calls: <see cref="Read"/> holds no state
/// and the same bytes with the same profile give the same words, whatever runs beside it.
/// </summary>
public interface IReceiptReader : IDisposable
{
    /// <summary>Name and version of the model pack, <c>compact-1.0.0</c>. Part of every cache key of its words.</summary>
    string Model { get; }

    /// <summary>Reads one encoded image (PNG, JPEG or WebP). CPU-bound and synchronous: call it from a worker, not from a request thread.</summary>
    /// <param name="image">The file's bytes.</param>
    /// <param name="profile">How hard to look; see <see cref="ReadingProfile"/>.</param>
    /// <param name="cancellationToken">Looked at between stages.</param>
    /// <returns>The page; its words are empty only when the image decodes and carries no text.</returns>
    /// <exception cref="ImageFaultException">The image can never be read; the exception carries the reason.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ReadPage Read(
        ReadOnlyMemory<byte> image, ReadingProfile profile = ReadingProfile.Balanced, CancellationToken cancellationToken = default);
}
