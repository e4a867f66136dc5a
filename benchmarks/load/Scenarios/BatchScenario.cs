using System.Globalization;
using Ocr.Load.Reports;
using Ocr.Load.Traffic;

namespace Ocr.Load.Scenarios;

/// <summary>Uploads fifty fresh receipts in one request, processes them as one batch, and waits for its response.</summary>
internal static class BatchScenario
{
    private const int Size = 50;
    private const int Batches = 30;
    private const int WarmUps = 3;

    public static async Task RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        await using var run = await LoadRun.StartAsync(settings, cancellationToken);
        List<double> uploads = [], answers = [];
        var measurement = await run.MeasureAsync(
            "batches",
            TimeSpan.Zero,
            async token =>
            {
                for (var number = 0; number < WarmUps + (settings.Repeat > 0 ? settings.Repeat : Batches); number++)
                {
                    var (uploaded, answered) = await OnceAsync(run, token);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"batch {number}: uploaded in {uploaded:0.00} s, read in {answered:0.00} s"));
                    if (number >= WarmUps)
                    {
                        uploads.Add(uploaded);
                        answers.Add(answered);
                    }
                }
            },
            cancellationToken);
        var both = uploads.Zip(answers, (upload, answer) => upload + answer);
        ResultFile.Keep(settings, "batches", measurement with
        {
            Workers = settings.Workers,
            Batches = new BatchTimes(answers.Count, Percentiles.Of(uploads), Percentiles.Of(answers), Percentiles.Of(both)),
        });
    }

    private static async Task<(double Uploaded, double Responded)> OnceAsync(LoadRun run, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        Image[] images = [.. Enumerable.Range(0, Size).Select(_ => run.Images.Take(Kind.New))];
        var (due, started) = (time.GetUtcNow(), time.GetTimestamp());
        foreach (var name in await run.Client.UploadAsync(images, cancellationToken))
        {
            run.Journal.Accepted[name] = new Entry(Kind.New, due);
        }

        var uploaded = time.GetElapsedTime(started).TotalSeconds;
        var size = await run.Client.ProcessAsync(wait: true, cancellationToken);
        if (size != Size)
        {
            run.Journal.Errors.Enqueue(string.Create(CultureInfo.InvariantCulture, $"A batch of {size}"));
        }

        return (uploaded, time.GetElapsedTime(started).TotalSeconds - uploaded);
    }
}
