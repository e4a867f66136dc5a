using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Ocr.Gateway.Data;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Gateway.Telemetry;

/// <summary>The deliveries of webhooks.</summary>
/// <param name="Dead">Number of deliveries that were given up within the last day.</param>
/// <param name="Oldest">When the oldest pending delivery was created, UTC; <see langword="null"/> without one.</param>
internal sealed record DeliveryBacklog(int Dead, DateTimeOffset? Oldest);

/// <summary>Counts deliveries for the gauges of webhooks. All replicas report the same.</summary>
internal sealed class DeliverySample : PeriodicSample<DeliveryBacklog>
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly IDbContextFactory<GatewayDbContext> _contexts;
    private readonly TimeProvider _time;

    public DeliverySample(IDbContextFactory<GatewayDbContext> contexts, IMeterFactory meters, TimeProvider time, ILogger<DeliverySample> logger)
        : base(time, logger)
    {
        (_contexts, _time) = (contexts, time);
        var meter = meters.Create(Metrics.GatewayMeter);
        meter.Gauge(Metrics.WebhooksDead, () => Latest is { } latest ? [new Measurement<double>(latest.Dead)] : []);
        meter.Gauge(Metrics.WebhooksAge, () => Latest is { } latest
            ? [new Measurement<double>(latest.Oldest is { } oldest ? Math.Max(0, (time.GetUtcNow() - oldest).TotalSeconds) : 0)]
            : []);
    }

    /// <inheritdoc/>
    protected override async Task<DeliveryBacklog> TakeAsync(CancellationToken cancellationToken)
    {
        var since = _time.GetUtcNow() - Day;
        await using var database = await _contexts.CreateDbContextAsync(cancellationToken);
        return new DeliveryBacklog(
            await database.Deliveries.CountAsync(row => row.State == DeliveryState.Dead && row.FinishedAt >= since, cancellationToken),
            await database.Deliveries.Where(row => row.State == DeliveryState.Pending)
                .OrderBy(row => row.CreatedAt).Select(row => (DateTimeOffset?)row.CreatedAt).FirstOrDefaultAsync(cancellationToken));
    }
}
