namespace Ocr.OcrWorker.Inference;

/// <summary>
/// Stops a worker process in which a reading does not end. The stop is regular: the image has its error result, other receipts are sent back, and
/// nothing is counted against them. The process supervisor restarts it. Not for a process that serves the API too: it continues with
/// a replaced thread and fails its liveness check.
/// </summary>
internal sealed class StuckWorkStop(InferencePool pool, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<StuckWorkStop> logger) : BackgroundService
{
    private const int ExitCode = 70;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    // The error result is published meanwhile.
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (pool.Stuck > 0)
                {
                    await Task.Delay(Delay, time, stoppingToken);
                    StopIfStuck();
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops already.
        }
    }

    private void StopIfStuck()
    {
        if (pool.Stuck > 0)
        {
            Log.ReadingStuck(logger);
            Environment.ExitCode = ExitCode;
            lifetime.StopApplication();
        }
    }
}
