using Ocr.ServiceDefaults.Warming;

namespace Ocr.OcrWorker.Reading;

/// <summary>Reads a known receipt.</summary>
internal sealed class ReadingWarmUp(ReadingProbe probe) : IWarmUp
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!await probe.CanReadAsync())
        {
            throw new InvalidOperationException("The known receipt cannot be read.");
        }
    }
}
