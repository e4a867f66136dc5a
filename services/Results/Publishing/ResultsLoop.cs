using Microsoft.Extensions.Options;
using Ocr.Results.Reviews;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Results.Publishing;

/// <summary>Publishes overdue results and decisions once per tick.</summary>
internal sealed class ResultsLoop(
    ResultPublisher results, ReviewPublisher reviews, IMessageBus bus, IOptions<ResultsOptions> options, IOptions<BusOptions> busOptions, TimeProvider time,
    ILogger<ResultsLoop> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(options.Value.Sweep, time);
        try
        {
            if (busOptions.Value.Transport == BusTransport.Memory)
            {
                await results.RepeatRecentAsync(stoppingToken);
                await reviews.RepeatRecentAsync(stoppingToken);
            }

            await bus.WaitUntilHealthyAsync(stoppingToken);
            do
            {
                await SweepAsync(results.PublishAsync, stoppingToken);
                await SweepAsync(reviews.PublishDueAsync, stoppingToken);
            }
            while (await ticks.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the rows stay.
        }
    }

    private async Task SweepAsync(Func<CancellationToken, Task<int>> publish, CancellationToken cancellationToken)
    {
        try
        {
            while (await publish(cancellationToken) > 0)
            {
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.SweepFailed(logger, exception);
        }
    }
}
