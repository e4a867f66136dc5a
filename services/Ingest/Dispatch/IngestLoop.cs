using MassTransit;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Figures;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Ingest.Dispatch;

/// <summary>Looks through the rows once a tick, and at once when woken, for events to announce and receipts to send.</summary>
internal sealed class IngestLoop(
    Announcer announcer,
    Dispatcher dispatcher,
    Leases leases,
    Tallies tallies,
    SweepSignal signal,
    IBusControl bus,
    IOptions<IngestOptions> options,
    IOptions<BusOptions> busOptions,
    TimeProvider time,
    ILogger<IngestLoop> logger) : BackgroundService
{
    // What comes within so short a time is announced together: under load a sweep for each upload and each result would cost more than both.
    // Not by the clock of the rows, which a test may hold.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(20);

    private long? _flushed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RecoverAsync(stoppingToken);
            // A message published before the consumers of this process listen would be lost in memory.
            await bus.WaitForHealthStatus(BusHealthStatus.Healthy, stoppingToken);
            while (true)
            {
                await SweepAsync(stoppingToken);
                await WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the rows are still there.
        }
    }

    private async Task RecoverAsync(CancellationToken cancellationToken)
    {
        if (busOptions.Value.Transport == BusTransport.Memory
            && await leases.EndForeignAsync(cancellationToken) is > 0 and var count)
        {
            Log.Recovered(logger, count);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await announcer.AnnounceBatchesAsync(cancellationToken);
            while (await dispatcher.SendDueAsync(cancellationToken))
            {
            }

            while (await announcer.AnnounceReceiptsAsync(cancellationToken))
            {
            }

            await FlushAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.SweepFailed(logger, exception);
        }
    }

    // Once a tick: whoever asks for the figures writes down the newest first.
    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_flushed is not { } before || time.GetElapsedTime(before) >= options.Value.Sweep)
        {
            await tallies.FlushAsync(cancellationToken);
            _flushed = time.GetTimestamp();
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(Task.Delay(options.Value.Sweep, time, either.Token), signal.WaitAsync(either.Token));
        await either.CancelAsync();
        await Task.Delay(Gather, cancellationToken);
    }
}
