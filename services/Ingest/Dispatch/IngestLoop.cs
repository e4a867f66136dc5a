using Microsoft.Extensions.Options;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Statistics;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Ingest.Dispatch;

/// <summary>Publishes events and sends receipts from the rows once per tick, and immediately after a trigger.</summary>
internal sealed class IngestLoop(
    ReadAhead readAhead,
    BatchPublisher batches,
    CompletionPublisher completions,
    Dispatcher dispatcher,
    Leases leases,
    LeaseKeeper keeper,
    ServiceClock clock,
    UploadCounters counters,
    DispatchTrigger trigger,
    IMessageBus bus,
    IOptions<IngestOptions> options,
    IOptions<BusOptions> busOptions,
    TimeProvider time,
    ILogger<IngestLoop> logger) : BackgroundService, IHostedLifecycleService
{
    // Time between the starts of two sweeps: under load a sweep per upload and per result would cost more than the work itself. After a pause
    // a signal starts a sweep immediately. It does not use the clock of the rows, which a test can stop.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan ClockPeriod = TimeSpan.FromSeconds(10);

    private long _ticked = time.GetTimestamp();
    private long _begun;
    private long? _flushed;
    private long? _synced;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Runs before other parts stop: nothing more is sent, and receipts sent over the in-memory bus are released for the next start. A later crash of
    /// the process is charged to no receipt.
    /// </summary>
    /// <param name="cancellationToken">Cancels the release.</param>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await StopAsync(cancellationToken);
            if (busOptions.Value.Transport == BusTransport.Memory)
            {
                await leases.ReleaseAsync(cancellationToken);
            }

            await clock.SyncAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or OperationCanceledException)
        {
            // The database is unavailable: at the next start these leases count as leases of a crashed process.
            Log.SweepFailed(logger, exception);
        }
    }

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RecoverAsync(stoppingToken);
            // The in-memory bus loses a message that is published before the consumers of this process are connected.
            await bus.WaitUntilHealthyAsync(stoppingToken);
            var work = DispatchWork.All;
            while (true)
            {
                await SweepAsync(work, stoppingToken);
                work = await WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the rows are still there.
        }
    }

    private async Task RecoverAsync(CancellationToken cancellationToken)
    {
        if (busOptions.Value.Transport != BusTransport.Memory)
        {
            return;
        }

        await completions.RepeatRecentAsync(cancellationToken);
        if (await leases.EndForeignAsync(cancellationToken) is > 0 and var count)
        {
            Log.Recovered(logger, count);
        }
    }

    private async Task SweepAsync(DispatchWork work, CancellationToken cancellationToken)
    {
        _begun = TimeProvider.System.GetTimestamp();
        try
        {
            await SyncAsync(cancellationToken);
            if (work.HasFlag(DispatchWork.Batches))
            {
                await batches.PublishAsync(cancellationToken);
            }

            await keeper.KeepAsync(cancellationToken);
            while ((work & (DispatchWork.Batches | DispatchWork.Room)) != 0 && !cancellationToken.IsCancellationRequested
                && await dispatcher.SendDueAsync(cancellationToken))
            {
            }

            if (work.HasFlag(DispatchWork.Uploads))
            {
                await readAhead.PublishAsync(cancellationToken);
            }

            while (work == DispatchWork.All && await completions.PublishAsync(cancellationToken))
            {
            }

            await FlushAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.SweepFailed(logger, exception);
        }
    }

    private async Task SyncAsync(CancellationToken cancellationToken)
    {
        if (_synced is not { } before || time.GetElapsedTime(before) >= ClockPeriod)
        {
            await clock.SyncAsync(cancellationToken);
            _synced = time.GetTimestamp();
        }
    }

    // Once per tick; a reader of the statistics flushes the latest counts first.
    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_flushed is not { } before || time.GetElapsedTime(before) >= options.Value.Sweep)
        {
            await counters.FlushAsync(cancellationToken);
            _flushed = time.GetTimestamp();
        }
    }

    private async Task<DispatchWork> WaitAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var left = options.Value.Sweep - time.GetElapsedTime(_ticked);
        var tick = Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, either.Token);
        await Task.WhenAny(tick, trigger.WaitAsync(either.Token));
        var isTick = tick.IsCompletedSuccessfully;
        await either.CancelAsync();
        if (Pause - TimeProvider.System.GetElapsedTime(_begun) is var rest && rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, cancellationToken);
        }

        if (isTick)
        {
            _ticked = time.GetTimestamp();
        }

        return trigger.Take() | (isTick ? DispatchWork.All : DispatchWork.None);
    }
}
