using Microsoft.Extensions.Options;
using Ocr.Contracts;
using Ocr.OcrWorker.Caching;
using Ocr.Recognition;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.OcrWorker.Heartbeats;

/// <summary>Publishes a heartbeat every few seconds. It uses the bus, because a worker that the bus cannot reach counts as dead.</summary>
internal sealed class HeartbeatService(
    IMessageBus bus, IReceiptReader reader, IWordCache cache, WorkerStatistics statistics, IOptions<OcrWorkerOptions> options,
    TimeProvider time, ILogger<HeartbeatService> logger) : BackgroundService
{
    private readonly Guid _workerId = Guid.NewGuid();

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await BeatAsync(stopping: true, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.HeartbeatInterval, time);
        do
        {
            await BeatAsync(stopping: false, stoppingToken);
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task BeatAsync(bool stopping, CancellationToken cancellationToken)
    {
        // A publish waits while the broker is unavailable; without a limit, heartbeats would accumulate.
        using var limit = new CancellationTokenSource(stopping ? TimeSpan.FromSeconds(1) : options.Value.HeartbeatInterval, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
#pragma warning disable CA1031 // after any exception of the bus the next heartbeat may succeed
        try
        {
            await bus.PublishBestEffortAsync(Heartbeat(stopping), both.Token);
        }
        catch (Exception error)
        {
            if (!stopping && !cancellationToken.IsCancellationRequested)
            {
                Log.HeartbeatFailed(logger, error);
            }
        }
#pragma warning restore CA1031
    }

    private WorkerHeartbeat Heartbeat(bool stopping)
    {
        var snapshot = statistics.Snapshot();
        return new WorkerHeartbeat
        {
            WorkerId = _workerId,
            StartedAt = statistics.StartedAt,
            SentAt = time.GetUtcNow(),
            IntervalSeconds = options.Value.HeartbeatInterval.TotalSeconds,
            Stopping = stopping,
            Model = reader.Model,
            Engines = reader.Engines,
            Profiles = ProfileNames.All,
            CacheEntries = cache.Count,
            Succeeded = snapshot.Succeeded,
            Failed = snapshot.Failed,
            CacheHits = snapshot.CacheHits,
            ReceiptsPerSecond = snapshot.ReceiptsPerSecond,
            Parallelism = options.Value.Parallelism,
            InHand = statistics.InProgress(),
        };
    }
}
