using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Gateway.Data;
using Ocr.Gateway.Events;
using Ocr.Gateway.Webhooks;
using Ocr.Persistence;

namespace Ocr.Gateway.Storing;

/// <summary>Removes old events and finished deliveries, and gives up deliveries of inactive webhooks.</summary>
internal sealed class EventRetention(
    IDbContextFactory<GatewayDbContext> contexts, IOptions<EventOptions> events, IOptions<WebhookOptions> webhooks, TimeProvider time,
    ILogger<EventRetention> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    // The last attempt starts at the end of the period.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryRunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>Removes expired rows. Replicas can run it concurrently.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcMilliseconds();
        var (overdue, finished, stored) = (now - Margin, now.AddDays(-webhooks.Value.RetentionDays), events.Value.ResumableFrom(now));
        DateTimeOffset? end = now;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await database.Deliveries.Where(row => row.State == DeliveryState.Pending && row.GiveUpAt < overdue)
            .ExecuteUpdateAsync(
                row => row.SetProperty(item => item.State, DeliveryState.Dead).SetProperty(item => item.FinishedAt, end), cancellationToken);
        await database.Deliveries.Where(row => row.FinishedAt < finished).ExecuteDeleteAsync(cancellationToken);
        // An event is kept as long as it can be sent again.
        await database.Events.Where(row => row.StoredAt < stored && !database.Deliveries.Any(delivery => delivery.EventId == row.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.EventsNotRemoved(logger, exception);
        }
    }
}
