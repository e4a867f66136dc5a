using System.Collections.Concurrent;
using Ocr.Gateway.Data;
using Ocr.Gateway.Events;

namespace Ocr.Gateway.Webhooks;

/// <summary>Sends due deliveries. The number of concurrent requests per receiver is limited, so that a slow receiver does not delay others.</summary>
internal sealed class WebhookDeliverer(
    Deliveries deliveries, WebhookSender sender, EventSignal events, TimeProvider time, ILogger<WebhookDeliverer> logger) : BackgroundService
{
    private const int MaxPerWebhook = 4;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly EventSignal _freed = new();
    private readonly ConcurrentDictionary<Guid, int> _inProgress = new();
    private readonly ConcurrentDictionary<Task, bool> _sending = new();

    /// <summary>Waits for requests in progress. Requests that the shutdown timeout ends are sent again after their lease.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_sending.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                Task[] wakes = [events.Next, _freed.Next];
                await TryStartDueAsync(stoppingToken);
                await Task.WhenAny([.. wakes, Task.Delay(Interval, time, stoppingToken)]);
                stoppingToken.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops. The rows are kept.
        }
    }

    private async Task TryStartDueAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var webhook in await deliveries.DueAsync(cancellationToken))
            {
                var free = MaxPerWebhook - _inProgress.GetValueOrDefault(webhook.Id);
                if (free > 0)
                {
                    Start(webhook, await deliveries.TakeAsync(webhook.Id, free, cancellationToken));
                }
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.DeliveriesNotRead(logger, exception);
        }
    }

    private void Start(WebhookRow webhook, IReadOnlyList<DeliveryRow> rows)
    {
        foreach (var row in rows)
        {
            _inProgress.AddOrUpdate(webhook.Id, 1, static (_, count) => count + 1);
            // Without a trace: the event was stored in another trace, and the receiver gets no trace headers.
            var sending = Task.Run(() => SendAsync(webhook, row), CancellationToken.None);
            _sending[sending] = true;
            _ = sending.ContinueWith(task => _sending.TryRemove(task, out _), TaskScheduler.Default);
        }
    }

    private async Task SendAsync(WebhookRow webhook, DeliveryRow row)
    {
        try
        {
            var attempt = await sender.SendAsync(webhook, row.Event, CancellationToken.None);
            if (attempt.Error is { } error)
            {
                Log.NotDelivered(logger, webhook.Id, row.Id, row.Attempts, error, attempt.StatusCode);
            }

            await deliveries.RecordAsync(row, attempt, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The event is sent again after its lease.
            Log.AttemptNotRecorded(logger, row.Id, exception);
        }
        finally
        {
            if (_inProgress.AddOrUpdate(webhook.Id, 0, static (_, count) => count - 1) == 0)
            {
                _inProgress.TryRemove(KeyValuePair.Create(webhook.Id, 0));
            }

            _freed.Set();
        }
    }
}
