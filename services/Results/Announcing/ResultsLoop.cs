using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Results.Announcing;

/// <summary>Announces overdue results once a tick.</summary>
internal sealed class ResultsLoop(
    ResultAnnouncer announcer, IMessageBus bus, IOptions<ResultsOptions> options, IOptions<BusOptions> busOptions, TimeProvider time, ILogger<ResultsLoop> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(options.Value.Sweep, time);
        try
        {
            if (busOptions.Value.Transport == BusTransport.Memory)
            {
                await announcer.RepeatRecentAsync(stoppingToken);
            }

            await bus.WaitUntilHealthyAsync(stoppingToken);
            do
            {
                await SweepAsync(stoppingToken);
            }
            while (await ticks.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the rows are still there.
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await announcer.AnnounceAsync(cancellationToken) > 0)
            {
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.SweepFailed(logger, exception);
        }
    }
}
