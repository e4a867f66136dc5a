namespace Ocr.Recognition;

/// <summary>
/// Reads the words of receipt images. An instance is built once with its model sessions and shared by concurrent calls: <see cref="Read"/> keeps
/// no state, and the same bytes with the same profile return the same words, independent of concurrent calls.
/// </summary>
public interface IReceiptReader : IDisposable
{
    /// <summary>Name and version of the model pack, <c>compact-1.0.0</c>. Part of every cache key of its words.</summary>
    string Model { get; }

    /// <summary>What runs each network of the pack on this machine, in words, <c>detector: quantized (AVX2), recognizer: onnxruntime</c>.</summary>
    string Engines { get; }

    /// <summary>Reads one encoded image (PNG, JPEG or WebP). CPU-bound and synchronous: call it from a worker, not from a request thread.</summary>
    /// <param name="image">The file's bytes.</param>
    /// <param name="profile">Trade-off between time and accuracy; see <see cref="ReadingProfile"/>.</param>
    /// <param name="cancellationToken">Checked between stages.</param>
    /// <returns>The page. Its words are empty only when the image decodes and contains no text.</returns>
    /// <exception cref="ImageErrorException">The image can never be read; the exception carries the reason.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ReadPage Read(
        ReadOnlyMemory<byte> image, ReadingProfile profile = ReadingProfile.Balanced, CancellationToken cancellationToken = default);
}
