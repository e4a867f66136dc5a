using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ocr.ServiceDefaults.Redis;

/// <summary>Whether Redis responds. It never makes a process unready, because everything works without Redis, only slower.</summary>
internal sealed class RedisHealthCheck(RedisConnection redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await redis.TryAsync(static database => database.PingAsync(), cancellationToken)).Succeeded
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded();
}
