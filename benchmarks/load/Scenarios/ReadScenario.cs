using System.Globalization;
using Ocr.Load.Reports;
using Ocr.Load.Traffic;

namespace Ocr.Load.Scenarios;

/// <summary>Reads single receipts one after the other, so that each finds an idle system.</summary>
internal static class ReadScenario
{
    private const int Reads = 200;
    private const int WarmUps = 40;

    public static async Task RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        await using var run = await LoadRun.StartAsync(settings, cancellationToken);
        List<double> responses = [], inferences = [];
        var measurement = await run.MeasureAsync(
            "read",
            TimeSpan.Zero,
            async token =>
            {
                for (var number = 0; number < WarmUps + (settings.Repeat > 0 ? settings.Repeat : Reads); number++)
                {
                    var (response, inference) = await OnceAsync(run, token);
                    if (number >= WarmUps)
                    {
                        responses.Add(response);
                        inferences.Add(inference);
                    }
                }
            },
            cancellationToken);
        var rest = responses.Zip(inferences, (response, inference) => response - inference);
        var times = new ReadTimes(Percentiles.Of(responses), Percentiles.Of(inferences), Percentiles.Of(rest));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"p95: response {times.Response.P95:0.000} s, inference {times.Inference.P95:0.000} s, rest {times.Rest.P95:0.000} s"));
        ResultFile.Keep(settings, "read", measurement with { Workers = settings.Workers, Reads = times });
    }

    /// <summary>Sends one new receipt; returns the seconds of its response and of its inference.</summary>
    public static async Task<(double Response, double Inference)> OnceAsync(LoadRun run, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var image = run.Images.Take(Kind.New);
        var (due, started) = (time.GetUtcNow(), time.GetTimestamp());
        var (name, inference) = await run.Client.ReadAsync(image, cancellationToken);
        var response = time.GetElapsedTime(started).TotalSeconds;
        run.Journal.Accepted[name] = new Entry(Kind.New, due);
        return (response, inference);
    }
}
