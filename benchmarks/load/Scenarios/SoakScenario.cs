using Ocr.Load.Reports;

namespace Ocr.Load.Scenarios;

/// <summary>Uploads new, repeated and broken images at a fixed rate for a long time.</summary>
internal static class SoakScenario
{
    private const double Seconds = 20 * 60;
    private const double ShareOfCapacity = 0.7;
    private const double Repeated = 0.25;
    private const double Broken = 0.05;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        var rate = settings.Rate > 0 ? settings.Rate : Math.Round(ShareOfCapacity * Capacity(settings), 1);
        await using var run = await LoadRun.StartAsync(settings, cancellationToken);
        var duration = TimeSpan.FromSeconds(settings.Seconds > 0 ? settings.Seconds : Seconds);
        var measurement = await run.MeasureSendingAsync(
            "soak",
            WarmUp,
            token => run.Sender.ArriveAsync(rate, duration, () => run.Images.Draw(Repeated, Broken), token),
            cancellationToken);
        ResultFile.Keep(settings, "soak", measurement with { Workers = settings.Workers, Rate = rate });
    }

    private static double Capacity(Settings settings) =>
        ResultFile.Read(settings.Out).Runs.GetValueOrDefault("fresh")?.LastOrDefault()?.Throughput
        ?? throw new InvalidOperationException("The capacity is unknown: run fresh first, or give --rate.");
}
