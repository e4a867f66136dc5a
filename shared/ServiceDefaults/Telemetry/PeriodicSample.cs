using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ocr.ServiceDefaults.Telemetry;

/// <summary>Takes every few seconds what costs a query, so that a scrape costs none and cannot fail with the database.</summary>
/// <param name="time">The clock.</param>
/// <param name="logger">Where a failure is told.</param>
public abstract class PeriodicSample<T>(TimeProvider time, ILogger logger) : BackgroundService
    where T : class
{
    // Between the end of one sample and the next, so that a database that is slow to answer is not asked without a rest.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>The last sample; null before the first, and when the last could not be taken: an old figure is no figure.</summary>
    protected T? Latest { get; private set; }

    /// <summary>Takes a sample.</summary>
    /// <param name="cancellationToken">The host stops.</param>
    protected abstract Task<T> TakeAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                Latest = await TryTakeAsync(stoppingToken);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task<T?> TryTakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await TakeAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.SampleFailed(logger, typeof(T).Name, exception);
            return null;
        }
    }
}
