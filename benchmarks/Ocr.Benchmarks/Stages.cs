using System.Diagnostics;
using System.Globalization;
using Ocr.Recognition;

namespace Ocr.Benchmarks;

/// <summary>
/// <c>stages [ROUNDS] [FOLDER]</c>: one thread reads every image again and again; prints, for each profile and stage, the mean over the
/// images of each image's median over the rounds, which a busy neighbour disturbs least.
/// </summary>
internal static class Stages
{
    private static readonly string[] Names = ["decode", "detect", "recognise", "arrange", "whole"];

    public static int Print(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 7;
        byte[][] images = [.. Assets.Images(args.Length > 1 ? args[1] : Assets.Receipts).Select(File.ReadAllBytes)];
        using var reader = ReceiptReader.Create(Assets.Pack);
        foreach (var profile in Enum.GetValues<ReadingProfile>())
        {
            Array.ForEach(images, image => reader.Read(image, profile));
            var before = GC.GetAllocatedBytesForCurrentThread();
            double[][] times = [.. Enumerable.Range(0, Names.Length).Select(_ => new double[images.Length])];
            for (var i = 0; i < images.Length; i++)
            {
                double[][] read = [.. Enumerable.Range(0, rounds).Select(_ => Time(reader, images[i], profile))];
                for (var stage = 0; stage < Names.Length; stage++)
                {
                    times[stage][i] = read.Select(round => round[stage]).Order().ElementAt(rounds / 2);
                }
            }

            var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (rounds * images.Length);
            var shown = Names.Zip(times).Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.First} {item.Second.Average():F2} ms"));
            Console.WriteLine($"{profile}: {string.Join(", ", shown)}; {allocated} bytes allocated a receipt");
        }

        return 0;
    }

    private static double[] Time(ReceiptReader reader, byte[] image, ReadingProfile profile)
    {
        var clock = Stopwatch.StartNew();
        var timings = reader.Read(image, profile).Timings;
        TimeSpan[] stages = [timings.Decode, timings.Detect, timings.Recognize, timings.Arrange, clock.Elapsed];
        return [.. stages.Select(stage => stage.TotalMilliseconds)];
    }
}
