using Microsoft.Extensions.Options;
using Ocr.Persistence;

namespace Ocr.Ingest.Cleaning;

/// <summary>Cleans every hour by itself, on one replica at a time.</summary>
internal sealed class RetentionLoop(
    Chores chores, Cleaner cleaner, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionLoop> logger) : BackgroundService
{
    private const string Chore = "retention";
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value is { Hours: 0, ResultsHours: 0 })
        {
            return;
        }

        using var ticks = new PeriodicTimer(Look, time);
        try
        {
            do
            {
                await RunAsync(stoppingToken);
            }
            while (await ticks.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what is left is cleaned next time.
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await chores.TakeTurnAsync(Chore, Period, cancellationToken))
            {
                var now = time.GetUtcMilliseconds();
                var cleaned = await cleaner.CleanAsync(
                    options.Value.Hours == 0 ? DateTimeOffset.UnixEpoch : now.AddHours(-options.Value.Hours),
                    options.Value.ResultsHours == 0 ? null : now.AddHours(-options.Value.ResultsHours),
                    cancellationToken);
                Log.Cleaned(logger, cleaned.Files, cleaned.Results, cleaned.FreedBytes);
            }
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.CleanFailed(logger, fault);
        }
    }
}
