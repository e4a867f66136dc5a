using Microsoft.Extensions.Options;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Idempotency;
using Ocr.Ingest.Upload;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Cleaning;

/// <summary>Cleans every hour, on one replica at a time.</summary>
internal sealed class RetentionLoop(
    ScheduledJobLock jobs, Cleaner cleaner, CostBudget budget, FirstResponses responses, IOptions<RetentionOptions> options, ServiceClock clock, TimeProvider time,
    ILogger<RetentionLoop> logger) : BackgroundService
{
    private const string RetentionJob = "retention";
    private const string BudgetJob = "budgets";
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Interval, time);
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
            // The host stops; the next run cleans the rest.
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await jobs.TakeTurnAsync(BudgetJob, Period, cancellationToken))
            {
                await budget.RemoveExpiredAsync(cancellationToken);
                await responses.RemoveExpiredAsync(cancellationToken);
            }

            if (options.Value is not { Hours: 0, PendingHours: 0, ResultsHours: 0 } && await jobs.TakeTurnAsync(RetentionJob, Period, cancellationToken))
            {
                var ages = await CleanAges.OfHoursAsync(
                    Kept(options.Value.PendingHours), Kept(options.Value.Hours), Kept(options.Value.ResultsHours), clock, time, cancellationToken);
                var cleaned = await cleaner.CleanAsync(ages, TenantScope.All, cancellationToken);
                Log.Cleaned(logger, cleaned.Files, cleaned.Results, cleaned.FreedBytes);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.CleanFailed(logger, exception);
        }
    }

    private static int? Kept(int hours) => hours == 0 ? null : hours;
}
