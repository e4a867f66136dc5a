using System.Globalization;
using Ocr.Load.Reports;

namespace Ocr.Load.Scenarios;

/// <summary>Reads the first receipts of new systems one after the other, and, where services warm up, the first receipts after the restart of each service.</summary>
internal static class ColdScenario
{
    private const int Reads = 200;
    private const int WarmUpSeconds = 45;
    private const int ReadsAfterRestart = 20;

    // One replica of each service; of two workers the first.
    private static readonly string[] Services = ["gateway", "ingest", "results", "extractor", "worker-1"];

    public static async Task RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        List<(string Form, Settings Settings)> starts = [("built", settings with { Programs = "" })];
        if (settings.Programs.Length > 0)
        {
            starts.Add(("published", settings));
            starts.Add(("published, warmed", settings with { WarmUpSeconds = WarmUpSeconds }));
        }

        List<Measurement> measurements = [];
        foreach (var (form, start) in starts)
        {
            measurements.Add(await MeasureAsync(form, start, cancellationToken));
        }

        ResultFile.Keep(settings, "cold", [.. measurements]);
    }

    private static async Task<Measurement> MeasureAsync(string form, Settings settings, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        await using var run = await LoadRun.StartAsync(settings, cancellationToken);
        var ready = time.GetElapsedTime(started).TotalSeconds;
        var readyCpu = run.CpuSeconds;
        List<double> responses = [];
        var cpu = 0.0;
        var measurement = await run.MeasureAsync(
            form,
            TimeSpan.Zero,
            async token =>
            {
                for (var number = 0; number < (settings.Repeat > 0 ? settings.Repeat : Reads); number++)
                {
                    responses.Add((await ReadScenario.OnceAsync(run, token)).Response);
                }

                cpu = run.CpuSeconds - readyCpu;
            },
            cancellationToken);
        var percentiles = Percentiles.Of(responses);
        var restarts = settings.WarmUpSeconds > 0 ? await RestartAsync(run, cancellationToken) : [];
        var slow = responses.Index().Where(response => response.Item > 2 * percentiles.P50).Select(response => response.Index + 1).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{form}: {cpu:0.0} CPU-seconds, first {responses[0]:0.000} s, {slow.Length} slow"));
        return measurement with
        {
            Workers = settings.Workers,
            Start = new ColdStart(
                form, Math.Round(ready, 1), Math.Round(readyCpu, 1), Math.Round(cpu, 1), percentiles, Math.Round(responses[0], 4), slow.Length, slow.LastOrDefault(), restarts),
        };
    }

    private static async Task<IReadOnlyList<Restart>> RestartAsync(LoadRun run, CancellationToken cancellationToken)
    {
        List<Restart> restarts = [];
        foreach (var service in Services)
        {
            await run.RestartAsync(service, cancellationToken);
            List<double> responses = [];
            for (var number = 0; number < ReadsAfterRestart; number++)
            {
                responses.Add((await ReadScenario.OnceAsync(run, cancellationToken)).Response);
            }

            restarts.Add(new Restart(service, Math.Round(responses[0], 4), Percentiles.Of(responses)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{service} restarted: first {responses[0]:0.000} s, median {restarts[^1].Response.P50:0.000} s"));
        }

        return restarts;
    }
}
