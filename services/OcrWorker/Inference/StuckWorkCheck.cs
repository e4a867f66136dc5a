using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ocr.OcrWorker.Inference;

/// <summary>
/// Liveness of the worker. An abandoned reading that still runs cannot be aborted inside the process: it keeps a thread and its memory until
/// the process is restarted.
/// </summary>
internal sealed class StuckWorkCheck(InferencePool pool) : IHealthCheck
{
    /// <summary>Name of the check.</summary>
    public const string Name = "readings";

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(pool.Stuck == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
