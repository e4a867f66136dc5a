using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;
using Microsoft.Extensions.Options;

namespace Ocr.OcrWorker.Caching;

/// <summary>
/// The cache of one process, limited in entries, bytes and time. One limit covers both: an entry counts its bytes, and at least its
/// share of the byte limit, so that the number of entries is limited too. A full cache evicts the least recently used entries and drops
/// the new one.
/// </summary>
internal sealed class MemoryWordCache : IWordCache, IDisposable
{
    /// <summary>Upper estimate of an entry's bytes without its words: the key with its hash, and the cache's own data.</summary>
    internal const int Overhead = 600;

    private readonly MemoryCache _cache;
    private readonly long _minimumWeight;
    private readonly TimeSpan _timeToLive;

    public MemoryWordCache(IOptions<OcrWorkerOptions> options, TimeProvider time)
    {
        var settings = options.Value;
        _timeToLive = settings.CacheTimeToLive;
        _minimumWeight = Math.Max(1, settings.CacheMaxBytes / settings.CacheMaxEntries);
        _cache = new MemoryCache(new MemoryCacheOptions
        {
            SizeLimit = settings.CacheMaxBytes,
            Clock = new Clock(time),
        });
    }

    /// <inheritdoc/>
    public long Count => _cache.Count;

    /// <inheritdoc/>
    public ValueTask<WordCacheEntry?> GetAsync(WordCacheKey key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_cache.Get<byte[]>(key) is { } packed ? PackedWords.Unpack(packed) : null);

    /// <inheritdoc/>
    public ValueTask SetAsync(WordCacheKey key, WordCacheEntry entry, CancellationToken cancellationToken)
    {
        var packed = PackedWords.Pack(entry);
        _cache.Set(key, packed, new MemoryCacheEntryOptions
        {
            AbsoluteExpirationRelativeToNow = _timeToLive,
            Size = Math.Max(_minimumWeight, Overhead + packed.Length),
        });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
