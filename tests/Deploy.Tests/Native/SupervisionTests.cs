using Ocr.Testing;

namespace Ocr.Deploy.Tests.Native;

/// <summary>Reaction of <c>./run.sh --distributed</c> to processes that end, with stand-ins for servers and services.</summary>
public sealed class SupervisionTests : IDisposable
{
    private const string Start = """
        source $native/processes.sh; logs=$folder; trap stop EXIT; trap 'exit 0' INT TERM
        start_server broker bash -c 'echo broker $$; exec sleep 300'
        start_service worker bash -c 'echo worker $$; trap "" HUP; exec sleep "${SECONDS_TO_LIVE:-300}"'
        echo "pids ${pid_of[broker]} ${pid_of[worker]}"; supervise
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ocr [supervision] ");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_service_that_is_killed_is_named_and_started_again()
    {
        await using var run = new Script(_folder.FullName, Start);
        var pids = (await run.LineAsync("pids")).Split(' ');
        await Logged("worker", times: 1); // killed before its first line, it would have one line too few
        Script.Signal("KILL", pids[2]);

        Assert.Equal($"worker was killed by signal 9 (KILL). It is started again in 1 s. Log: {_folder.FullName}/worker.log", await run.LineAsync("worker"));
        await Logged("worker", times: 2);
        await Logged("broker", times: 1);
    }

    [Fact]
    public async Task The_restart_delay_of_a_service_that_keeps_ending_grows()
    {
        await using var run = new Script(_folder.FullName, "export SECONDS_TO_LIVE=0\n" + Start);

        Assert.Contains("ended with exit status 0. It is started again in 1 s", await run.LineAsync("worker"), StringComparison.Ordinal);
        Assert.Contains("in 2 s", await run.LineAsync("worker", times: 2), StringComparison.Ordinal);
        Assert.Contains("in 4 s", await run.LineAsync("worker", times: 3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_ends_is_named_and_ends_the_run()
    {
        await using var run = new Script(_folder.FullName, Start);
        var pids = (await run.LineAsync("pids")).Split(' ');
        Script.Signal("KILL", pids[1]);

        Assert.Equal(1, await run.EndAsync());
        Assert.Contains("broker was killed by signal 9 (KILL). A server is not restarted", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists("/proc/" + pids[2]), "the service goes on");
    }

    [Fact]
    public async Task A_stopped_run_stops_all_processes_and_exits_with_0()
    {
        await using var run = new Script(_folder.FullName, Start);
        var pids = (await run.LineAsync("pids")).Split(' ');
        run.Signal("TERM");

        Assert.Equal(0, await run.EndAsync());
        Assert.All(pids[1..], pid => Assert.False(Directory.Exists("/proc/" + pid), run.Output));
    }

    private Task<int> Logged(string name, int times) => Probe.UntilAsync(
        () => Task.FromResult(File.Exists(Log(name)) ? File.ReadAllLines(Log(name)).Length : 0), lines => lines == times, TimeSpan.FromSeconds(30));

    private string Log(string name) => Path.Combine(_folder.FullName, name + ".log");
}
