using System.Diagnostics;
using System.Globalization;
using Ocr.Recognition;

namespace Ocr.Benchmarks;

/// <summary><c>stages [ROUNDS]</c>: reads every committed receipt repeatedly in one thread, with each profile, and prints a table of times.</summary>
internal static class Stages
{
    private readonly record struct Reading(StageTimings Timings, TimeSpan Whole);

    public static int Print(string[] args)
    {
        foreach (var line in Table(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5))
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    /// <summary>Rows per profile. Stages: means over the images of an image's median over the rounds, which other load affects least.</summary>
    public static IEnumerable<string> Table(int rounds)
    {
        byte[][] images = [.. Assets.Images(Assets.Receipts).Select(File.ReadAllBytes)];
        using var reader = ReceiptReader.Create(Assets.Pack);
        yield return "| profile | p50, ms | p95, ms | receipts/s/core | decode, ms | detect, ms | recognise, ms | arrange, ms | allocated, bytes |";
        yield return "|---|---:|---:|---:|---:|---:|---:|---:|---:|";
        WarmUp(reader, images);
        foreach (var profile in Enum.GetValues<ReadingProfile>())
        {
            var readings = new Reading[images.Length][];
            long allocated = 0;
            for (var i = 0; i < images.Length; i++)
            {
                var times = new Reading[rounds];
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var round = 0; round < rounds; round++)
                {
                    times[round] = Time(reader, images[i], profile);
                }

                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                readings[i] = times;
            }

            yield return Row(profile, readings, allocated / (rounds * images.Length));
        }
    }

    // On one core, tiered compilation optimizes code only after it has run for some seconds.
    private static void WarmUp(ReceiptReader reader, byte[][] images)
    {
        for (var round = 0; round < 3; round++)
        {
            foreach (var profile in Enum.GetValues<ReadingProfile>())
            {
                Array.ForEach(images, image => reader.Read(image, profile));
            }
        }
    }

    private static Reading Time(ReceiptReader reader, byte[] image, ReadingProfile profile)
    {
        var started = Stopwatch.GetTimestamp();
        var timings = reader.Read(image, profile).Timings;
        return new Reading(timings, Stopwatch.GetElapsedTime(started));
    }

    private static string Row(ReadingProfile profile, Reading[][] readings, long allocated)
    {
        double[] whole = [.. readings.SelectMany(image => image).Select(reading => reading.Whole.TotalMilliseconds).Order()];
        var mean = MeanOfMedians(readings, reading => reading.Whole);
        double[] stages =
        [
            MeanOfMedians(readings, reading => reading.Timings.Decode), MeanOfMedians(readings, reading => reading.Timings.Detect),
            MeanOfMedians(readings, reading => reading.Timings.Recognize), MeanOfMedians(readings, reading => reading.Timings.Arrange),
        ];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {profile} | {whole[whole.Length / 2]:F1} | {whole[whole.Length * 95 / 100]:F1} | {1000 / mean:F1} | ")
            + string.Join(" | ", stages.Select(stage => string.Create(CultureInfo.InvariantCulture, $"{stage:F2} ({100 * stage / mean:F0} %)")))
            + string.Create(CultureInfo.InvariantCulture, $" | {allocated} |");
    }

    private static double MeanOfMedians(Reading[][] readings, Func<Reading, TimeSpan> stage) =>
        readings.Average(image => image.Select(reading => stage(reading).TotalMilliseconds).Order().ElementAt(image.Length / 2));
}
