using System.Text.Json.Nodes;
using Ocr.Testing;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd;

/// <summary>Every accepted receipt gets exactly one final result, also when the process ends in between.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Count = 50;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(120);

    // Sequential reading without read-ahead, in the slowest profile: the batch takes some seconds on the fastest processors and still runs when the
    // process is killed.
    private static readonly (string, string)[] Slow = [("READ_AHEAD", "false"), ("OCR_PARALLELISM", "1")];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr crash ");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Killed_in_the_middle_of_a_batch_it_finishes_the_batch_after_its_restart()
    {
        var (names, requestId) = await RunUntilHalfAsync(process => process.KillAsync());

        await using var restarted = await StandaloneProcess.StartAsync(_data.FullName);
        await AssertCompleteAsync(restarted.Api, requestId, names);
    }

    [Fact]
    public async Task A_process_that_is_killed_repeatedly_gives_every_receipt_one_result()
    {
        var (names, requestId) = await RunUntilHalfAsync(process => process.KillAsync());
        for (var crash = 0; crash < 2; crash++)
        {
            await using var process = await StandaloneProcess.StartAsync(_data.FullName, Slow);
            await process.KillAsync();
        }

        await using var restarted = await StandaloneProcess.StartAsync(_data.FullName);
        await AssertCompleteAsync(restarted.Api, requestId, names);
    }

    [Fact]
    public async Task Killed_right_after_an_upload_it_still_has_the_receipts()
    {
        string[] names;
        await using (var process = await StandaloneProcess.StartAsync(_data.FullName, Slow))
        {
            names = (await process.Api.UploadAsync(Receipts.Take(5))).StoredNames();
            await process.KillAsync();
        }

        await using var restarted = await StandaloneProcess.StartAsync(_data.FullName);
        var batch = await restarted.Api.ProcessAsync();

        Assert.Equal(names, batch.Body.List("results").Select(result => result.Text("filename")));
    }

    [Fact]
    public async Task A_process_terminated_during_a_batch_stops_cleanly_and_finishes_the_batch_after_restart()
    {
        var (names, requestId) = await RunUntilHalfAsync(async process =>
        {
            var (exitCode, took) = await process.TerminateAsync(TimeSpan.FromSeconds(20));
            Assert.Equal(0, exitCode);
            Assert.True(took < TimeSpan.FromSeconds(15), $"It took {took} to go.\n{process.Log}");
            Assert.DoesNotContain("fail:", process.Log, StringComparison.Ordinal);
            Assert.DoesNotContain("crit:", process.Log, StringComparison.Ordinal);
        });

        await using var restarted = await StandaloneProcess.StartAsync(_data.FullName);
        await AssertCompleteAsync(restarted.Api, requestId, names);
    }

    [Fact]
    public async Task An_idle_process_stops_immediately_on_SIGTERM()
    {
        await using var process = await StandaloneProcess.StartAsync(_data.FullName);

        var (exitCode, took) = await process.TerminateAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(0, exitCode);
        Assert.True(took < TimeSpan.FromSeconds(10), $"It took {took} to go.");
    }

    [Fact]
    public async Task A_client_that_waits_for_its_batch_does_not_hold_up_the_end()
    {
        await using var process = await StandaloneProcess.StartAsync(_data.FullName, Slow);
        await process.Api.UploadAsync(Receipts.Take(Count));
        var waiting = process.Api.ProcessAsync(Slowest());
        await Probe.UntilAsync(
            () => process.Api.GetAsync("/api/files/pending"), pending => pending.Count("files_pending") == 0, Timeout);

        var (exitCode, took) = await process.TerminateAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(0, exitCode);
        Assert.True(took < TimeSpan.FromSeconds(15), $"It took {took} to go.\n{process.Log}");
        Assert.Equal("processing", (await waiting).Body.Text("status"));
    }

    private static JsonObject Slowest() => new() { ["profile"] = "high_confidence" };

    private static async Task AssertCompleteAsync(Api api, string requestId, string[] names)
    {
        var status = await api.FinishAsync(requestId, Timeout);
        Assert.Equal(("completed", Count, 0), (status.Text("status"), status.Count("files_done"), status.Count("files_with_errors")));

        var results = await api.GetAsync("/api/extract_results");
        Assert.Equal(requestId, results.Object("extraccion_completa").Text("request_id"));
        Assert.Equal(names, results.List("resultados").Select(result => result.Text("nombre_archivo")));

        var stored = (await api.GetAsync("/api/files/processed")).List("files").Select(file => file.Text("filename")).ToArray();
        Assert.Equal(Count, stored.Length);
        Assert.Equal(Count, stored.Distinct().Count());
        Assert.Equal(0, (await api.GetAsync("/api/files/pending")).Count("files_pending"));
    }

    /// <summary>Starts a batch, and ends the process once some of its receipts are final and some are not.</summary>
    private async Task<(string[] Names, string RequestId)> RunUntilHalfAsync(Func<StandaloneProcess, Task> end)
    {
        await using var process = await StandaloneProcess.StartAsync(_data.FullName, Slow);
        var names = (await process.Api.UploadAsync(Receipts.Take(Count))).StoredNames();
        var requestId = await process.Api.StartBatchAsync(Slowest());
        var status = await Probe.UntilAsync(
            () => process.Api.GetAsync($"/api/ocr/status/{requestId}"), status => status.Count("files_done") > 2, Timeout);
        Assert.InRange(status.Count("files_done"), 3, Count - 1);
        await end(process);
        return (names, requestId);
    }
}
