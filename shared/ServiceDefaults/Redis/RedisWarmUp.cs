using Ocr.ServiceDefaults.Warming;

namespace Ocr.ServiceDefaults.Redis;

/// <summary>Connects to Redis. Without a connection the first receipts of a worker would miss the shared cache and its lock.</summary>
/// <param name="redis">The connection.</param>
/// <param name="time">The clock.</param>
public sealed class RedisWarmUp(RedisConnection redis, TimeProvider time) : IWarmUp
{
    // A connection takes longer than the timeout of an operation.
    private const int Attempts = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if ((await redis.TryAsync(database => database.PingAsync(), cancellationToken)).Succeeded)
            {
                return;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }

        throw new IOException("Redis does not respond.");
    }
}
