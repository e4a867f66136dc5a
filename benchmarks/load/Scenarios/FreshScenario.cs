using Ocr.Load.Reports;
using Ocr.Load.Traffic;

namespace Ocr.Load.Scenarios;

/// <summary>Uploads receipts with new bytes.</summary>
internal static class FreshScenario
{
    private const double Seconds = 60;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        await using var run = await LoadRun.StartAsync(settings, cancellationToken);
        var duration = WarmUp + TimeSpan.FromSeconds(settings.Seconds > 0 ? settings.Seconds : Seconds);
        var measurement = await run.MeasureSendingAsync(
            "fresh",
            WarmUp,
            token => settings.Rate > 0
                ? run.Sender.ArriveAsync(settings.Rate, duration, () => Kind.New, token)
                : run.Sender.SaturateAsync(settings.Open, duration, () => Kind.New, () => run.Stored, token),
            cancellationToken);
        ResultFile.Keep(settings, settings.Rate > 0 ? "freshAtRate" : "fresh", measurement with { Workers = settings.Workers, Rate = settings.Rate });
    }
}
