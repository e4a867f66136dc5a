using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ocr.ServiceDefaults.Health;

namespace Ocr.ServiceDefaults.Storage;

/// <summary>Whether there is enough disk space for uploads.</summary>
internal sealed class DiskSpaceCheck(DiskReserve reserve) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(reserve.HasRoomFor(0) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}

/// <summary>Registers the check.</summary>
public static class DiskSpaceHealth
{
    /// <summary>Adds the check of the space on the disk to readiness.</summary>
    /// <param name="checks">The checks of the host.</param>
    public static void AddDiskSpaceCheck(this IHealthChecksBuilder checks) =>
        checks.AddCheck<DiskSpaceCheck>(HealthEndpoints.DiskSpaceCheck, tags: [HealthEndpoints.ReadyTag]);
}
