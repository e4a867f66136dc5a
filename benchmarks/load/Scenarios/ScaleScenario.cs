using Ocr.Load.Deployment;
using Ocr.Load.Reports;
using Ocr.Load.Traffic;

namespace Ocr.Load.Scenarios;

/// <summary>Alternates one worker and two workers, so that other load on the machine affects both equally.</summary>
internal static class ScaleScenario
{
    private const double Seconds = 30;
    private const int Rounds = 2;
    private static readonly TimeSpan Preparation = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        List<Measurement> measurements = [];
        for (var round = 0; round < (settings.Repeat > 0 ? settings.Repeat : Rounds); round++)
        {
            foreach (var workers in (int[])[1, 2])
            {
                measurements.Add(await MeasureAsync(settings with { Workers = workers }, cancellationToken));
            }
        }

        ResultFile.Keep(settings, settings.Quota > 0 ? "scaleOfQuota" : "scale", [.. measurements]);
    }

    private static async Task<Measurement> MeasureAsync(Settings settings, CancellationToken cancellationToken)
    {
        var quota = default(Quota);
        try
        {
            await using var run = await LoadRun.StartAsync(settings, cancellationToken);
            // Compilation takes processor time too; it is finished before the quotas apply.
            await run.PrepareAsync(token => run.Sender.ArriveAsync(10, Preparation, () => Kind.New, token), cancellationToken);
            quota = settings.Quota > 0 ? new Quota(run.Workers, settings.Quota) : null;
            var duration = WarmUp + TimeSpan.FromSeconds(settings.Seconds > 0 ? settings.Seconds : Seconds);
            var measurement = await run.MeasureSendingAsync(
                $"{settings.Workers} worker(s)",
                WarmUp,
                token => run.Sender.SaturateAsync(settings.Open, duration, () => Kind.New, () => run.Stored, token),
                cancellationToken);
            return measurement with { Workers = settings.Workers, Quota = settings.Quota };
        }
        finally
        {
            quota?.Dispose();
        }
    }
}
