using Microsoft.Extensions.Options;
using Ocr.ImageConverter;
using Ocr.Recognition;

namespace Ocr.OcrWorker.Converting;

/// <summary>
/// Converts HEIC images to PNG in a separate process, one at a time (docs/adr/0052). That process has neither the environment of the worker nor
/// its connections, and is killed when it exceeds its limits. Other images are returned as they are.
/// </summary>
internal sealed class HeicImages(IOptions<OcrWorkerOptions> options) : IDisposable
{
    // As Ingest accepts; 24 megapixels take 344 MB.
    private const int MaxMegapixels = 25;
    private const long MaxMemoryBytes = 512L << 20;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(30);

    // 128 + SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGSEGV: the image crashes the decoder.
    private static readonly int[] Crashes = [132, 134, 135, 136, 139];

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Returns an image that the reader supports.</summary>
    /// <exception cref="ImageErrorException">The image can never be read.</exception>
    /// <exception cref="IOException">The conversion failed for another reason, and may succeed later.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ReadOnlyMemory<byte> Convert(ReadOnlyMemory<byte> image, CancellationToken cancellationToken)
    {
        if (!IsHeic(image.Span))
        {
            return image;
        }

        _turn.Wait(cancellationToken);
        try
        {
            var limits = new ConverterLimits(Math.Min(options.Value.MaxMegapixels, MaxMegapixels) * 1_000_000L, MaxMemoryBytes, MaxTime);
            using var process = ConverterProcess.Start(limits);
            var exit = process.Run(image, cancellationToken);
            return exit == (int)ConversionResult.Converted ? process.Output : throw Failure(exit, process.Excess);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static bool IsHeic(ReadOnlySpan<byte> image) => image.Length > 8 && image[4..].StartsWith("ftyp"u8);

    private static Exception Failure(int exit, string? excess) =>
        excess is not null || exit == (int)ConversionResult.TooLarge
            ? new ImageErrorException(ImageError.TooManyPixels, $"The conversion of HEIC exceeds a limit: {excess ?? "pixels"}.")
            : exit == (int)ConversionResult.Undecodable || Crashes.Contains(exit)
                ? new ImageErrorException(ImageError.Undecodable, $"The conversion of HEIC ended with {exit}.")
                // Killed from outside, or the runtime did not start.
                : new IOException($"The conversion of HEIC ended with {exit}.");
}
