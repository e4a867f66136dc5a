using Ocr.Gateway.Health;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Status;

/// <summary>Endpoints with the state of the system.</summary>
internal static class StateEndpoints
{
    /// <summary>Maps status, health, metrics and the queue.</summary>
    public static void MapSystemState(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/status", static (SystemState state, TenantScope scope, CancellationToken token) => state.StatusAsync(scope, token));
        app.MapGet("/api/metrics", static (SystemState state, TenantScope scope, CancellationToken token) => state.MetricsAsync(scope, token));
        app.MapGet("/api/ocr/queue/status", static (SystemState state, TenantScope scope, CancellationToken token) => state.QueueAsync(scope, token));
        app.MapGet("/api/health", static async (SystemState state, CancellationToken token) =>
            await state.HealthAsync(token) is var health && health.Status == HealthEvaluator.Unhealthy
                ? Results.Json(health, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Ok(health));
    }
}
