using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ocr.ServiceDefaults.Telemetry;

/// <summary>Samples values that need a query every few seconds, so that a scrape needs no query and cannot fail with the database.</summary>
/// <param name="time">The clock.</param>
/// <param name="logger">Logs failures.</param>
public abstract class PeriodicSample<T>(TimeProvider time, ILogger logger) : BackgroundService
    where T : class
{
    // Pause between the end of one sample and the start of the next, so that a slow database is not queried continuously.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>The last sample; null before the first one, and after a failure, because an old value is misleading.</summary>
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
