using System.Diagnostics;
using System.Text.Json;
using Ocr.Recognition;

namespace Ocr.Benchmarks;

/// <summary>
/// <c>rounds FOLDER JOBS [PROFILE [PACK]]</c>: for every line on standard input, reads all images of the folder once with JOBS concurrent calls
/// and prints one line of JSON. The caller can run another program between two rounds, on the same cores.
/// </summary>
internal static class Rounds
{
    public static async Task<int> Serve(string[] args)
    {
        var images = Assets.Images(args[0]).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
        var jobs = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
        var profile = args.Length > 2 ? Enum.Parse<ReadingProfile>(args[2], ignoreCase: true) : ReadingProfile.Balanced;
        using var reader = ReceiptReader.Create(args.Length > 3 ? args[3] : Assets.Pack);
        while (await Console.In.ReadLineAsync() is not null)
        {
            Console.WriteLine(JsonSerializer.Serialize(await Run(reader, images, jobs, profile)));
        }

        return 0;
    }

    private static async Task<object> Run(ReceiptReader reader, Dictionary<string, byte[]> images, int jobs, ReadingProfile profile)
    {
        var pages = new System.Collections.Concurrent.ConcurrentDictionary<string, ReadPage>();
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(images, new ParallelOptions { MaxDegreeOfParallelism = jobs }, (image, token) =>
        {
            pages[image.Key] = reader.Read(image.Value, profile, token);
            return ValueTask.CompletedTask;
        });
        return new
        {
            seconds = clock.Elapsed.TotalSeconds,
            model = reader.Model,
            engines = reader.Engines,
            decode = pages.Values.Sum(page => page.Timings.Decode.TotalSeconds),
            detect = pages.Values.Sum(page => page.Timings.Detect.TotalSeconds),
            recognize = pages.Values.Sum(page => page.Timings.Recognize.TotalSeconds),
            texts = pages.ToDictionary(page => page.Key, page => Text(page.Value)),
        };
    }

    private static string Text(ReadPage page) => string.Join(
        '\n', page.Words.GroupBy(word => word.Line).Select(line => string.Join(' ', line.Select(word => word.Text))));
}
