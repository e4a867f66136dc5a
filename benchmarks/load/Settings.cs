using System.CommandLine;

namespace Ocr.Load;

/// <summary>Settings of a run.</summary>
internal sealed record Settings
{
    /// <summary>Arrivals per second, independent of earlier receipts; 0 keeps <see cref="Open"/> receipts open instead.</summary>
    public required double Rate { get; init; }

    /// <summary>Duration of the arrivals, seconds; 0 for the scenario's default.</summary>
    public required double Seconds { get; init; }

    /// <summary>Number of OcrWorkers, each with one inference thread.</summary>
    public required int Workers { get; init; }

    /// <summary>Number of receipts without a result at saturation.</summary>
    public required int Open { get; init; }

    /// <summary>Repetitions: rounds of scale, batches of batches; 0 for the scenario's default.</summary>
    public required int Repeat { get; init; }

    /// <summary>Share of a core to which a worker is limited, 0–1; 0 for no limit.</summary>
    public required double Quota { get; init; }

    /// <summary>Folder of JPEG receipts of different payments.</summary>
    public required string Receipts { get; init; }

    /// <summary>JSON file for the measurements; the page is written next to it.</summary>
    public required string Out { get; init; }

    /// <summary>Folder with the published services; blank for those that <c>run.sh</c> builds.</summary>
    public required string Programs { get; init; }

    /// <summary>Warm-up of the services before they are ready, seconds.</summary>
    public int WarmUpSeconds { get; init; }

    /// <summary>Creates a command. There is no option for the address of a running system, because its processes are part of the measurement.</summary>
    public static Command Command(string name, string description, Func<Settings, CancellationToken, Task> run)
    {
        var root = Testing.RepositoryRoot.Path;
        var rate = Number("--rate", "receipts per second; 0: as many as the system processes", 0.0);
        var seconds = Number("--seconds", "how long receipts arrive; 0: the scenario's own", 0.0);
        var workers = Number("--workers", "OcrWorkers, each reading one receipt at a time", 2);
        var open = Number("--open", "receipts kept without a result while --rate is 0", 100);
        var repeat = Number("--repeat", "rounds (scale), batches (batches); 0: the scenario's own", 0);
        var quota = Number("--quota", "share of a core for each worker, 0 to 1; 0: no limit", 0.0);
        var receipts = Number("--receipts", "folder of JPEG receipts", Path.Combine(root, "tests", "assets", "receipts"));
        var programs = Number("--programs", "folder with the published services; blank: those that run.sh builds", "");
        var output = Number("--out", "file for the figures", Path.Combine(root, "benchmarks", "results", "load.json"));
        var command = new Command(name, description) { rate, seconds, workers, open, repeat, quota, receipts, programs, output };
        command.SetAction((given, cancellationToken) => run(
            new Settings
            {
                Rate = given.GetValue(rate),
                Seconds = given.GetValue(seconds),
                Workers = given.GetValue(workers),
                Open = given.GetValue(open),
                Repeat = given.GetValue(repeat),
                Quota = given.GetValue(quota),
                Receipts = given.GetValue(receipts)!,
                Programs = given.GetValue(programs)!,
                Out = given.GetValue(output)!,
            },
            cancellationToken));
        return command;
    }

    private static Option<T> Number<T>(string name, string description, T value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };
}
