using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ocr.ServiceDefaults.Health;

/// <summary>Runs the checks tagged <see cref="HealthEndpoints.ReadyTag"/>, at most once per second.</summary>
/// <param name="health">The checks of this process.</param>
/// <param name="time">The clock.</param>
public sealed class Readiness(HealthCheckService health, TimeProvider time)
{
    /// <summary>Age up to which a report is used again.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);

    private readonly RecentValue<HealthReport> _report = new(
        () => health.CheckHealthAsync(static check => check.Tags.Contains(HealthEndpoints.ReadyTag), CancellationToken.None), MaxAge, time);

    /// <summary>The latest report.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<HealthReport> CheckAsync(CancellationToken cancellationToken) => _report.GetAsync(cancellationToken);
}
