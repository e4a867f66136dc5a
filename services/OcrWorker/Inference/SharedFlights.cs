using Ocr.OcrWorker.Caching;
using Ocr.ServiceDefaults.Redis;

namespace Ocr.OcrWorker.Inference;

/// <summary>
/// Keeps workers from reading the same image at the same time. A courtesy: a worker that has waited long enough, or whom Redis does not answer,
/// reads for itself, and the words are the same.
/// </summary>
internal sealed class SharedFlights(RedisConnection redis, IWordCache cache, TimeProvider time)
{
    // Longer than an image waits for its thread and is read; the flag of a worker that died goes with it.
    private static readonly TimeSpan Flag = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly string _worker = Guid.NewGuid().ToString("N");

    /// <summary>Takes the image for this worker, or waits for the words of the one that has it.</summary>
    /// <returns>Their words; <see langword="null"/> when this worker is to read, and to call <see cref="LandAsync"/> after.</returns>
    public async Task<WordCacheEntry?> JoinAsync(WordCacheKey key)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            // The flag before the cache: whoever had it put the words there first.
            var mine = await TakeAsync(key);
            if (await cache.GetAsync(key, CancellationToken.None) is { } entry)
            {
                await LandAsync(key);
                return entry;
            }

            if (mine || time.GetElapsedTime(started) >= Patience)
            {
                return null;
            }

            await Task.Delay(Poll, time);
        }
    }

    /// <summary>Leaves the image to others, whether or not its words are in the cache.</summary>
    public async Task LandAsync(WordCacheKey key) =>
        await redis.TryAsync(database => database.LockReleaseAsync(key.InRedis("reading"), _worker));

    private async Task<bool> TakeAsync(WordCacheKey key)
    {
        var answer = await redis.TryAsync(database => database.LockTakeAsync(key.InRedis("reading"), _worker, Flag));
        return !answer.Answered || answer.Value;
    }
}
