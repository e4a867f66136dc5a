using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Ocr.OcrWorker.Caching;
using Ocr.OcrWorker.Inference;
using Ocr.ServiceDefaults.Redis;
using Ocr.Testing;
using StackExchange.Redis;

namespace Ocr.OcrWorker.Tests;

/// <summary>The private and the shared state of a worker with Redis.</summary>
internal sealed class RedisWorker : IAsyncDisposable
{
    private readonly RedisConnection _redis;
    private readonly MemoryWordCache _local;

    public RedisWorker(RedisServer server, OcrWorkerOptions? options = null)
    {
        options ??= new OcrWorkerOptions();
        // Long enough for a loaded machine; the delay of an unavailable server is tested with the connection.
        var redis = new RedisOptions { Url = server.Url, Timeout = TimeSpan.FromSeconds(2) };
        _redis = new RedisConnection(Options.Create(redis), TimeProvider.System, NullLogger<RedisConnection>.Instance);
        _local = new MemoryWordCache(Options.Create(options), TimeProvider.System);
        Cache = new RedisWordCache(_redis, _local, options);
        ReadLock = new DistributedReadLock(_redis, Cache, TimeProvider.System);
    }

    public RedisWordCache Cache { get; }

    public DistributedReadLock ReadLock { get; }

    public ValueTask<WordCacheEntry?> Get(WordCacheKey key) => Cache.GetAsync(key, CancellationToken.None);

    public ValueTask Set(WordCacheKey key, WordCacheEntry entry) => Cache.SetAsync(key, entry, CancellationToken.None);

    /// <summary>Runs an operation directly on Redis.</summary>
    public async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> operation)
    {
        var answer = await _redis.TryAsync(operation);
        Assert.True(answer.Succeeded);
        return answer.Value!;
    }

    public ValueTask DisposeAsync()
    {
        _local.Dispose();
        return _redis.DisposeAsync();
    }
}
