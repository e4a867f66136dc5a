using System.Globalization;
using Ocr.Testing;

namespace Ocr.Deploy.Tests.Native;

/// <summary>One run for each <c>DATA_DIR</c>.</summary>
public sealed class LockTests : IDisposable
{
    private const string Take = "source $native/lock.sh; lock_data \"$folder/data\"; echo taken $$\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ocr [lock] ");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_second_run_on_a_folder_is_refused_and_names_the_first()
    {
        await using var first = new Script(_folder.FullName, Take + "exec sleep 300");
        var pid = (await first.LineAsync("taken")).Split(' ')[1];
        await using var second = new Script(_folder.FullName, Take);

        Assert.Equal(1, await second.EndAsync());
        Assert.Contains($"{_folder.FullName}/data is in use by another run.sh (process {pid})", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("taken", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_free_again_when_its_run_has_ended()
    {
        await using var first = new Script(_folder.FullName, Take);
        Assert.Equal(0, await first.EndAsync());
        await using var second = new Script(_folder.FullName, Take);

        Assert.Equal(0, await second.EndAsync());
    }

    [Fact]
    public async Task Processes_that_a_killed_run_left_are_named_with_the_command_that_stops_them()
    {
        await using var killed = new Script(_folder.FullName, Take + """
            source $native/processes.sh; logs=$folder/data/logs; mkdir "$logs"
            start_service worker-1 sleep 300; start_server rabbitmq sleep 300
            echo "pids ${pid_of[worker-1]} ${pid_of[rabbitmq]}"; supervise
            """);
        var pids = (await killed.LineAsync("pids"))["pids ".Length..].Split(' ').Order().ToArray();
        killed.Signal("KILL");
        await killed.EndAsync();
        await using var next = new Script(_folder.FullName, Take);

        Assert.Equal(1, await next.EndAsync());
        Assert.Contains("worker-1 (", next.Output, StringComparison.Ordinal);
        Assert.Contains("rabbitmq (", next.Output, StringComparison.Ordinal);
        var command = next.Output.Split("start again: kill ")[1].Trim();
        Assert.Equal(pids, command.Split(' ').Order());
        Script.Signal("TERM", command);
        await Probe.UntilAsync(
            () => Task.FromResult(pids.Count(pid => Directory.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}")))), left => left == 0, TimeSpan.FromSeconds(10));
    }
}
