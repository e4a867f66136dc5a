using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Persistence;
using Ocr.Results.Data;

namespace Ocr.Results.Duplicates;

/// <summary>Deletes claims that are older than their retention, at start and every hour.</summary>
internal sealed class ClaimPruner(
    IDbContextFactory<ResultsDbContext> contexts, IOptions<ClaimOptions> options, TimeProvider time, ILogger<ClaimPruner> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Pause, time);
        try
        {
            do
            {
                await PruneAsync(stoppingToken);
            }
            while (await ticks.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        try
        {
            var oldest = time.GetUtcMilliseconds() - options.Value.Retention;
            await using var database = await contexts.CreateDbContextAsync(cancellationToken);
            var claims = await database.Claims.Where(claim => claim.ClaimedAt < oldest).ExecuteDeleteAsync(cancellationToken);
            var payments = await database.Payments.Where(payment => payment.SeenAt < oldest).ExecuteDeleteAsync(cancellationToken);
            if (claims + payments > 0)
            {
                Log.ClaimsForgotten(logger, claims, payments);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.PruningFailed(logger, exception);
        }
    }
}
