using Ocr.ServiceDefaults.Warming;

namespace Ocr.ServiceDefaults.Redis;

/// <summary>Connects to Redis. Without a connection the first receipts of a worker would miss the shared cache and its lock.</summary>
/// <param name="redis">The connection.</param>
public sealed class RedisWarmUp(RedisConnection redis) : IWarmUp
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!(await redis.TryAsync(database => database.PingAsync(), cancellationToken)).Succeeded)
        {
            throw new IOException("Redis does not respond.");
        }
    }
}
