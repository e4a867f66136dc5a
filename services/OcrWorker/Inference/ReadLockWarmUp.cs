using Ocr.OcrWorker.Caching;
using Ocr.Recognition;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.OcrWorker.Inference;

/// <summary>
/// Takes and releases the lock of an image that does not exist, and asks the shared cache for it. Commands whose code is compiled first take as long as their timeout,
/// and the first receipts of a worker would miss the shared cache.
/// </summary>
internal sealed class ReadLockWarmUp(DistributedReadLock readLock) : IWarmUp
{
    // Another worker has another key, so that none waits.
    private readonly WordCacheKey _key = new($"warm-up-{Guid.NewGuid():N}", ReadingProfile.Fast, "none");

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await readLock.AcquireOrWaitAsync(_key);
        await readLock.ReleaseAsync(_key);
    }
}
