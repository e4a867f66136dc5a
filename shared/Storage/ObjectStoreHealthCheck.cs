using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ocr.Storage;

/// <summary>Stores one byte under a fixed key, because a read-only store accepts no uploads.</summary>
internal sealed class ObjectStoreHealthCheck(IObjectStore store) : IHealthCheck
{
    private const string Key = "health/probe";

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var content = new MemoryStream([0]);
            await store.PutAsync(Key, content, "application/octet-stream", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy(exception: exception);
        }
    }
}
