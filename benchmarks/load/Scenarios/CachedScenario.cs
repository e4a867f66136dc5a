using Ocr.Load.Reports;
using Ocr.Load.Traffic;

namespace Ocr.Load.Scenarios;

/// <summary>Uploads images whose words are cached: receipts with the bytes of earlier ones, from other senders.</summary>
internal static class CachedScenario
{
    private const double Seconds = 45;
    private static readonly TimeSpan Filling = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        await using var run = await LoadRun.StartAsync(settings, cancellationToken);
        await run.PrepareAsync(token => run.Sender.ArriveAsync(10, Filling, () => Kind.New, token), cancellationToken);
        var duration = WarmUp + TimeSpan.FromSeconds(settings.Seconds > 0 ? settings.Seconds : Seconds);
        var measurement = await run.MeasureSendingAsync(
            "cached",
            WarmUp,
            token => settings.Rate > 0
                ? run.Sender.ArriveAsync(settings.Rate, duration, () => Kind.Repeated, token)
                : run.Sender.SaturateAsync(settings.Open, duration, () => Kind.Repeated, () => run.Stored, token),
            cancellationToken);
        ResultFile.Keep(settings, "cached", measurement with { Workers = settings.Workers, Rate = settings.Rate });
    }
}
