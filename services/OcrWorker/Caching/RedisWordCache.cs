using System.Text.Json;
using Ocr.ServiceDefaults.Redis;

namespace Ocr.OcrWorker.Caching;

/// <summary>
/// The Redis cache that all workers share. This process's own cache is checked first, and replaces Redis while it is unavailable. Redis limits the
/// shared cache: every entry expires, and the oldest are evicted when its memory is full.
/// </summary>
internal sealed class RedisWordCache(RedisConnection redis, MemoryWordCache local, OcrWorkerOptions options) : IWordCache
{
    // A value of megabytes would delay other commands on the connection; a receipt has some kilobytes.
    private const int MaxEntryBytes = 1_000_000;

    private static readonly JsonSerializerOptions Form = new() { RespectNullableAnnotations = true };

    /// <inheritdoc/>
    public long Count => local.Count;

    /// <inheritdoc/>
    public async ValueTask<WordCacheEntry?> GetAsync(WordCacheKey key, CancellationToken cancellationToken)
    {
        if (await local.GetAsync(key, cancellationToken) is { } mine)
        {
            return mine;
        }

        var response = await redis.TryAsync(database => database.StringGetAsync(key.InRedis("words")), cancellationToken);
        if (response.Value.IsNull || Read(response.Value!) is not { } entry)
        {
            return null;
        }

        await local.SetAsync(key, entry, cancellationToken);
        return entry;
    }

    /// <inheritdoc/>
    public async ValueTask SetAsync(WordCacheKey key, WordCacheEntry entry, CancellationToken cancellationToken)
    {
        await local.SetAsync(key, entry, cancellationToken);
        var value = JsonSerializer.SerializeToUtf8Bytes(entry, Form);
        if (value.Length <= MaxEntryBytes)
        {
            await redis.TryAsync(database => database.StringSetAsync(key.InRedis("words"), value, options.CacheTimeToLive), cancellationToken);
        }
    }

    // Malformed values are cache misses.
    private static WordCacheEntry? Read(byte[] value)
    {
        try
        {
            return JsonSerializer.Deserialize<WordCacheEntry>(value, Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
