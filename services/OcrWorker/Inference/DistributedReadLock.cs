using Ocr.OcrWorker.Caching;
using Ocr.ServiceDefaults.Redis;

namespace Ocr.OcrWorker.Inference;

/// <summary>
/// Keeps workers from reading the same image concurrently. Best effort: after a timeout, or when Redis is unavailable, a worker reads the image
/// itself, with the same result.
/// </summary>
internal sealed class DistributedReadLock(RedisConnection redis, IWordCache cache, TimeProvider time)
{
    // Longer than an image waits for its thread and is read. The lock of a crashed worker expires after this time.
    private static readonly TimeSpan Expiry = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly string _worker = Guid.NewGuid().ToString("N");

    /// <summary>Acquires the lock of an image, or waits for the words of the worker that holds it.</summary>
    /// <returns>The other worker's words; <see langword="null"/> when the caller must read the image and then call <see cref="ReleaseAsync"/>.</returns>
    public async Task<WordCacheEntry?> AcquireOrWaitAsync(WordCacheKey key)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            // The lock before the cache: its previous holder stored the words before it released the lock.
            var acquired = await TryAcquireAsync(key);
            if (await cache.GetAsync(key, CancellationToken.None) is { } entry)
            {
                await ReleaseAsync(key);
                return entry;
            }

            if (acquired || time.GetElapsedTime(started) >= Timeout)
            {
                return null;
            }

            await Task.Delay(Poll, time);
        }
    }

    /// <summary>Releases the lock, whether or not the words are in the cache.</summary>
    public async Task ReleaseAsync(WordCacheKey key) =>
        await redis.TryAsync(database => database.LockReleaseAsync(key.InRedis("reading"), _worker));

    private async Task<bool> TryAcquireAsync(WordCacheKey key)
    {
        var response = await redis.TryAsync(database => database.LockTakeAsync(key.InRedis("reading"), _worker, Expiry));
        return !response.Succeeded || response.Value;
    }
}
