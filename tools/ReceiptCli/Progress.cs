using Spectre.Console;

namespace Ocr.ReceiptCli;

/// <summary>Runs parallel work with a progress bar on standard error, because standard output contains the result.</summary>
internal static class Progress
{
    public static Task ForEach<T>(
        string title, IReadOnlyCollection<T> items, int jobs, Func<T, CancellationToken, Task> work, CancellationToken cancellation)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs), CancellationToken = cancellation };
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(title, maxValue: Math.Max(1, items.Count));
                await Parallel.ForEachAsync(items, options, async (item, token) =>
                {
                    await work(item, token);
                    bar.Increment(1);
                });
            });
    }
}
